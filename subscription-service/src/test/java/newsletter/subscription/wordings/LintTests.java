package newsletter.subscription.wordings;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.events.NewsletterPublished.WordingKind;
import newsletter.subscription.TableTest;

import static org.assertj.core.api.Assertions.assertThat;

@TableTest
class LintTests {

    private static final String STATEMENT = "I agree that the City of Exford sends me “Email from the Mayor”. "
            + "I can withdraw this consent at any time.";

    @Autowired
    private Checks checks;

    @Autowired
    private JdbcClient jdbc;

    private List<String> statement(String text) {
        return findings(WordingKind.CONSENT_STATEMENT, "mayor", "en", text);
    }

    private List<String> findings(WordingKind kind, @Nullable String newsletter, String language, String text) {
        return this.checks.findings(new Series(kind, newsletter, language), text)
            .stream()
            .map((finding) -> finding.key() + " " + finding.about())
            .map(String::strip)
            .toList();
    }

    @Test
    void c06AStatementNamesWhoWhatAndTheRightToWithdraw() {
        assertThat(statement(STATEMENT)).isEmpty();
        assertThat(statement(STATEMENT.replace("City of Exford", "city")))
            .containsExactly("no-controller City of Exford");
        assertThat(statement(STATEMENT.replace("Mayor", "mayor")))
            .containsExactly("no-newsletter Email from the Mayor");
        assertThat(statement(STATEMENT.replace(" at any time", ""))).containsExactly("no-withdrawal");
        assertThat(statement(STATEMENT.replace("withdraw", "regret"))).containsExactly("no-withdrawal");
    }

    /** What is in force passes, or nobody could write the next version of it. */
    @Test
    void whatExfordSaysNowPasses() {
        this.jdbc
            .sql("""
                    SELECT kind, newsletter_id, language, text FROM wording
                    WHERE approved_by = 'dpo' AND effective_from IN ('2026-01-05T09:00:00Z', '2026-11-22T09:00:00Z')
                        AND review_id IS NULL AND (newsletter_id IS NULL OR newsletter_id IN ('mayor', 'clean-air', 'libraries'))
                    """)
            .query((row, _) -> findings(WordingKind.valueOf(row.getString("kind")), row.getString("newsletter_id"),
                    row.getString("language"), row.getString("text")))
            .list()
            .forEach((findings) -> assertThat(findings).isEmpty());
    }

    private String notice(String language) {
        return this.jdbc.sql("""
                SELECT text FROM wording
                WHERE kind = 'PRIVACY_NOTICE' AND language = :language AND version = '1.0.0'
                """).param("language", language).query(String.class).single();
    }

    @ParameterizedTest
    @CsvSource({ "en,Your rights", "en,Who receives your data", "en,Complaining", "pl,Skarga", "pl,Twoje prawa" })
    void c05EachSectionOfArticle13IsMissed(String language, String heading) {
        assertThat(findings(WordingKind.PRIVACY_NOTICE, null, language, notice(language).replace("## " + heading, "")))
            .containsExactly("no-heading " + heading);
        assertThat(findings(WordingKind.PRIVACY_NOTICE, null, language,
                notice(language).replaceFirst("(?s)## " + heading + "\n\n.*?\n\n## ", "## " + heading + "\n\n## ")))
            .contains("empty-section " + heading);
    }

    @Test
    void c05TheNoticeSaysHowToReachTheOfficer() {
        assertThat(findings(WordingKind.PRIVACY_NOTICE, null, "en", notice("en").replace("data-protection@", "hello@")))
            .containsExactly("no-officer data-protection@exford.example.org");
    }

    @ParameterizedTest
    @EnumSource(names = { "CONFIRMATION_MAIL", "RENEWAL_MAIL", "PERMISSION_MAIL" })
    void c09ALetterLeadsNowhereElse(WordingKind kind) {
        assertThat(findings(kind, null, "en", "Open the link in this email.")).isEmpty();
        for (String advertisement : List.of("See https://shop.example.org", "See www.example.org",
                "<a href=x>Buy</a>")) {
            assertThat(findings(kind, null, "en", advertisement)).containsExactly("link");
        }
    }

}
