package newsletter.subscription.catalogue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
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
    void c05ThePrivacyNoticeHasAllThatArticle13AsksFor() {
        String seeded = this.jdbc.sql("SELECT sha256 FROM wording WHERE kind = 'PRIVACY_NOTICE' AND version = '1.0.0'")
            .query(String.class)
            .single();
        Document page = page(this.visitor.get("/wordings/" + seeded));
        assertThat(page.select("main article h2").eachText()).contains("Who is responsible",
                "Our data protection officer", "What data we use", "What we use it for, and why we may",
                "Who receives your data", "Transfers to other countries", "How long we keep it", "Your rights",
                "Withdrawing your consent", "Complaining", "Whether you have to give us your data",
                "Automated decisions");
        assertThat(page.select("main article").text()).contains("Article 6(1)(a)", "City Hall", "24 months");
    }

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
