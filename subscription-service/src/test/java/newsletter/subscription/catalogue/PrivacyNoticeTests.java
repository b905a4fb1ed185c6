package newsletter.subscription.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.subscription.TableTest;

import static org.assertj.core.api.Assertions.assertThat;

/** C-05: what Article 13 of the UK GDPR wants a notice to tell, letter by letter. */
@TableTest
class PrivacyNoticeTests {

    @Autowired
    private JdbcClient jdbc;

    /** The text under a heading. */
    private String section(String heading) {
        Element start = Jsoup.parse(Markdown.html(notice()))
            .select("h2")
            .stream()
            .filter((found) -> found.text().equals(heading))
            .findFirst()
            .orElseThrow(() -> new AssertionError("There is no “" + heading + "”"));
        var text = new StringBuilder();
        for (Element next = start.nextElementSibling(); next != null
                && !next.nameIs("h2"); next = next.nextElementSibling()) {
            text.append(next.text()).append('\n');
        }
        return text.toString();
    }

    /** The newest version that development mode brings. */
    private String notice() {
        return Objects.requireNonNull(this.jdbc.sql("""
                SELECT text FROM wording
                WHERE kind = 'PRIVACY_NOTICE' AND language = 'en' AND approved_by = 'dpo' AND text LIKE 'This notice%'
                ORDER BY effective_from DESC LIMIT 1
                """).query(String.class).single());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            13(1)(a) | Who is responsible                           | controller;City Hall;@
            13(1)(b) | Our data protection officer                  | @
            13(1)(c) | What we use it for, and why we may           | newsletters you chose;Article 6(1)(a)
            13(1)(e) | Who receives your data                       | runs our servers;mail relay
            13(1)(f) | Transfers to other countries                 | United Kingdom
            13(2)(a) | How long we keep it                          | 7 days;24 months;6 years
            13(2)(b) | Your rights                                  | copy;corrected;erased;restricted;machines;object
            13(2)(c) | Withdrawing your consent                     | at any time;unlawful
            13(2)(d) | Complaining                                  | supervisory authority
            13(2)(e) | Whether you have to give us your data        | No
            13(2)(f) | Automated decisions                          | no profile
            5(1)(c)  | What data we use                             | email address;language
            """)
    void c05TheNoticeTellsIt(String article, String heading, String words) {
        assertThat(section(heading)).as(article).contains(words.split(";"));
    }

    @Test
    void c05NoSectionIsEmpty() {
        assertThat(Jsoup.parse(Markdown.html(notice())).select("h2").eachText()).hasSizeGreaterThanOrEqualTo(12)
            .doesNotHaveDuplicates()
            .allSatisfy((heading) -> assertThat(section(heading)).as(heading).isNotBlank());
    }

    /** What a consent was asked with cannot say more than the notice does. */
    @Test
    void c05TheNoticeKeepsThePromiseOfTheForm() {
        Map<String, List<String>> promise = Map.of("The short version",
                List.of("only for the purpose you gave it for", "consent to that newsletter, and to nothing else",
                        "no other list unless you ask", "no third party", "stop at any time"));
        promise.forEach((heading, words) -> assertThat(section(heading)).contains(words));
    }

}
