package newsletter.subscription.catalogue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.events.NewsletterPublished.WordingKind;
import newsletter.subscription.SiteTest;
import newsletter.subscription.TestClock;
import newsletter.subscription.Visitor;

import static newsletter.subscription.Visitor.page;
import static org.assertj.core.api.Assertions.assertThat;

@SiteTest
class WordingControllerTests {

    @Autowired
    private Visitor visitor;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Test
    void c05EveryPageLinksToIt() {
        for (String path : new String[] { "/", "/check-your-email", "/news", "/privacy", "/nowhere" }) {
            assertThat(page(this.visitor.get(path)).select("footer a[href=/privacy]")).as(path).hasSize(1);
        }
    }

    @Test
    void c05AnOldNoticeStaysReadableWhereItWas() {
        String old = page(this.visitor.get("/privacy")).expectFirst("main a[href^=/wordings/]").attr("href");
        Wordings.add(this.jdbc, WordingKind.PRIVACY_NOTICE, null, "1.0.1", this.clock.instant(),
                "## Who is responsible\n\nWe are. <script>alert(1)</script> [Us](javascript:alert)");
        HttpResponse<String> present = this.visitor.get("/privacy");
        assertThat(page(present).select("main article").text()).contains("We are. <script>alert(1)</script>");
        assertThat(page(present).select("main script, main a[href^=javascript]")).isEmpty();
        Document before = page(this.visitor.get(old));
        assertThat(before.select("main article h2").eachText()).contains("Automated decisions");
        assertThat(before.text()).contains("This is an earlier version");
        assertThat(before.select("main a[href=/privacy]")).hasSize(1);
        assertThat(before.select("meta[name=robots][content=noindex]")).hasSize(1);
    }

    @Test
    void c05EveryVersionOfTheNoticeIsListedWithItsDatesAndNoneThatIsToCome() {
        this.visitor.get("/privacy");
        String first = Wordings.add(this.jdbc, WordingKind.PRIVACY_NOTICE, null, "0.1.0",
                Instant.parse("2001-02-03T12:00:00Z"), "## The first notice");
        String second = Wordings.add(this.jdbc, WordingKind.PRIVACY_NOTICE, null, "0.2.0",
                Instant.parse("2002-03-04T12:00:00Z"), "## The second notice");
        String next = Wordings.add(this.jdbc, WordingKind.PRIVACY_NOTICE, null, "9.0.0",
                Instant.parse("2999-01-01T12:00:00Z"), "## The notice to come");
        for (String path : new String[] { "/privacy", "/wordings/" + first }) {
            Document page = page(this.visitor.get(path));
            Elements versions = page.select("main h2:contains(All versions) + ul li");
            assertThat(versions.eachText()).endsWith("Version 0.2.0, from 4 March 2002 to 5 January 2026",
                    "Version 0.1.0, from 3 February 2001 to 4 March 2002");
            assertThat(versions.eachText().getFirst()).contains("in force since");
            assertThat(versions.select("a").eachAttr("href")).endsWith("/wordings/" + second, "/wordings/" + first)
                .doesNotContain("/wordings/" + next)
                .allSatisfy((link) -> assertThat(this.visitor.get(link).statusCode()).isEqualTo(200));
            assertThat(page.select("main a[aria-current=page]")).hasSize(1);
        }
        assertThat(this.visitor.get("/wordings/" + next).statusCode()).isEqualTo(404);
    }

    @Test
    void aStatementSaysForWhichNewsletterItIsAndWhereItStays() {
        Element shown = page(this.visitor.get("/")).expectFirst("[data-statement]");
        Document page = page(this.visitor.get("/wordings/" + shown.attr("data-statement")));
        assertThat(page.expectFirst("main .city-lead").text()).isEqualTo("Email from the Mayor");
        assertThat(page.expectFirst("main a .city-hash").text())
            .isEqualTo("http://localhost:8080/wordings/" + shown.attr("data-statement"));
    }

    @Test
    void c04AStatementIsReadableAtTheAddressThatItsHashMakes() throws Exception {
        Element shown = page(this.visitor.get("/")).expectFirst("[data-statement]");
        HttpResponse<String> response = this.visitor.get("/wordings/" + shown.attr("data-statement"));
        assertThat(response.statusCode()).isEqualTo(200);
        byte[] hash = MessageDigest.getInstance("SHA-256")
            .digest(page(response).expectFirst("main .govuk-inset-text p")
                .wholeText()
                .getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(hash)).isEqualTo(shown.attr("data-statement"));
    }

    @Test
    void aWordingThatNeverWasIsNotFound() {
        assertThat(this.visitor.get("/wordings/" + "0".repeat(64)).statusCode()).isEqualTo(404);
        assertThat(this.visitor.get("/wordings/%27").statusCode()).isEqualTo(404);
    }

}
