package newsletter.subscription.preferences;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.personaldata.SignedLinks.Action;
import newsletter.subscription.SiteTest;
import newsletter.subscription.TestClock;
import newsletter.subscription.Visitor;

import static newsletter.subscription.Visitor.page;
import static org.assertj.core.api.Assertions.assertThat;

@SiteTest
class PreferencesControllerTests {

    @Autowired
    private Visitor visitor;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final String address = "ada-" + UUID.randomUUID() + "@preferences.example.org";

    private String link = "";

    @BeforeEach
    void subscribe() {
        this.visitor.signsUp(this.address, "mayor", "clean-air");
        this.visitor.post(this.visitor.confirmLink(this.address));
        this.link = this.visitor.preferencesLink(this.address);
    }

    private Document page() {
        return Visitor.page(this.visitor.get(this.link));
    }

    private Element offer() {
        return page().expectFirst("main form:has(input[name=stamp])");
    }

    private String stamp() {
        return offer().expectFirst("input[name=stamp]").val();
    }

    private int requests() {
        return this.jdbc.sql("SELECT count(*) FROM subscription_request WHERE subscriber_id = :subscriber")
            .param("subscriber", this.visitor.subscriberId(this.address))
            .query(Integer.class)
            .single();
    }

    private Document follow(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(303);
        return Visitor.page(this.visitor.get(response.headers().firstValue("Location").orElseThrow()));
    }

    @Test
    void thePageShowsWhatOneGetsWhatElseThereIsAndWhatHappened() {
        String main = page().expectFirst("main").text();
        assertThat(main).contains("Email from the Mayor", "About once a month",
                "Decisions and plans of the Mayor and the council", "Confirmed: “Email from the Mayor”, “Clean air”");
        assertThat(page().select("[id^=taken-]").eachAttr("id")).containsExactly("taken-mayor", "taken-clean-air");
        assertThat(offer().select("input[name=newsletters]").eachAttr("value")).contains("libraries")
            .doesNotContain("mayor", "clean-air");
        assertThat(page().select(".city-timeline .city-hash").text()).matches("\\w{4}-\\w{4}-\\w{4}");
        assertThat(page().select(".city-timeline__title")).hasSize(2);
        assertThat(page().select("main a[href=/privacy]")).isNotEmpty();
    }

    @Test
    void a09ThePageAndItsLinkShowNoAddress() {
        HttpResponse<String> response = this.visitor.get(this.link);
        assertThat(response.body()).doesNotContain(this.address).contains("a…@preferences.example.org");
        assertThat(this.link).doesNotContain("ada");
    }

    @Test
    void c01NoBoxIsTickedAndC02C06TheWordsStandBeforeTheButton() {
        assertThat(this.visitor.get(this.link).body()).doesNotContain("checked");
        Element form = offer();
        assertThat(form.select("[data-statement]")).hasSameSizeAs(form.select("input[type=checkbox]")).isNotEmpty();
        String source = form.outerHtml();
        assertThat(source.indexOf("id=\"withdrawal\"")).isPositive().isLessThan(source.indexOf("<button"));
        assertThat(form.select("a[href=/privacy]")).hasSize(1);
    }

    @Test
    void c04TheStatementIsShownWordForWord() throws Exception {
        for (Element statement : offer().select("[data-statement]")) {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(statement.wholeText().getBytes(StandardCharsets.UTF_8));
            assertThat(statement.attr("data-statement")).isEqualTo(HexFormat.of().formatHex(hash));
        }
    }

    @Test
    void i06AScannerThatLooksAThousandTimesChangesNothing() {
        for (int i = 0; i < 50; i++) {
            this.visitor.get(this.link);
            this.visitor.send(this.visitor.request(this.link).HEAD());
        }
        for (String query : List.of("?stop=mayor", "?everything=yes", "?done=everything", "?newsletters=libraries")) {
            this.visitor.get(this.link + query);
        }
        this.visitor.send(this.visitor.request(this.link).method("OPTIONS", BodyPublishers.noBody()));
        assertThat(this.visitor.takes(this.address)).containsExactly("clean-air", "mayor");
        assertThat(requests()).isOne();
    }

    @Test
    void c17OneButtonStopsOneNewsletter() {
        Element form = page().expectFirst("#taken-mayor form");
        assertThat(form.select("button")).hasSize(1);
        HttpResponse<String> pressed = this.visitor.post(form.attr("action"), "stop",
                form.expectFirst("input[name=stop]").val());
        Document done = follow(pressed);
        assertThat(done.expectFirst(".govuk-notification-banner--success").text())
            .contains("We no longer send you “Email from the Mayor”");
        assertThat(done.select("[id^=taken-]").eachAttr("id")).containsExactly("taken-clean-air");
        assertThat(done.expectFirst(".city-timeline__title").text()).isEqualTo("Stopped: “Email from the Mayor”");
        assertThat(this.visitor.takes(this.address)).containsExactly("clean-air");
        assertThat(follow(this.visitor.post(this.link, "stop", "mayor")).select("main h1")).hasSize(1);
    }

    @Test
    void c17EverythingStopsByOneButton() {
        Document done = follow(this.visitor.post(this.link, "everything", "yes"));
        assertThat(done.expectFirst(".govuk-notification-banner--success").text())
            .contains("We no longer send you any newsletter");
        assertThat(done.select("#everything, [id^=taken-]")).isEmpty();
        assertThat(this.visitor.takes(this.address)).isEmpty();
        follow(this.visitor.post(this.link, "everything", "yes"));
    }

    @Test
    void whatWasNotDoneIsNotSaid() {
        for (String done : List.of("mayor", "everything", "horoscope", "%3Cb%3E")) {
            assertThat(Visitor.page(this.visitor.get(this.link + "?done=" + done))
                .select(".govuk-notification-banner--success")).isEmpty();
        }
    }

    @Test
    void c07ATickedBoxLeadsToALetterAndTheLetterToTheNewsletter() {
        Document asked = follow(this.visitor.post(this.link, "stamp", stamp(), "newsletters", "libraries"));
        assertThat(asked.expectFirst(".govuk-notification-banner--success").text())
            .contains("press the button to confirm");
        assertThat(this.visitor.takes(this.address)).doesNotContain("libraries");
        assertThat(asked.expectFirst("main form:has(input[name=stamp])").text())
            .contains("We have sent you an email about this one");
        this.visitor.post(this.visitor.confirmLink(this.address));
        assertThat(this.visitor.takes(this.address)).containsExactly("clean-air", "libraries", "mayor");
    }

    @Test
    void a01TheFourthLetterOfADayIsNotPromised() {
        this.visitor.post(this.link, "stamp", stamp(), "newsletters", "libraries");
        this.visitor.post(this.visitor.confirmLink(this.address));
        for (int i = 0; i < 3; i++) {
            this.clock.forward(Duration.ofMinutes(11));
            this.visitor.post(this.link, "stop", "libraries");
            this.visitor.post(this.link, "stamp", stamp(), "newsletters", "libraries");
            if (requests() < 4) {
                this.visitor.post(this.visitor.confirmLink(this.address));
            }
        }
        assertThat(requests()).isEqualTo(3);
        assertThat(Visitor.page(this.visitor.get(this.link + "?done=asked"))
            .expectFirst(".govuk-notification-banner")
            .text()).contains("We have not sent an email");
    }

    @Test
    void c01WithoutABoxThereIsAnError() {
        HttpResponse<String> response = this.visitor.post(this.link, "stamp", stamp());
        assertThat(response.statusCode()).isEqualTo(422);
        Document page = Visitor.page(response);
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.select(".govuk-error-summary__list li").eachText())
            .containsExactly("Select at least one newsletter");
        assertThat(page.getElementById("newsletters")).isNotNull();
        assertThat(requests()).isOne();
    }

    @Test
    void c04AStaleOrForgedFormAsksForNothingAndIsShownAgain() {
        String stamp = stamp();
        assertStale(this.visitor.post(this.link, "newsletters", "libraries"));
        assertStale(this.visitor.post(this.link, "stamp", stamp.substring(0, stamp.length() - 1), "newsletters",
                "libraries"));
        // Not on the form, since they get it.
        assertThat(this.visitor.post(this.link, "stamp", stamp, "newsletters", "mayor").statusCode()).isEqualTo(422);
        assertThat(this.visitor.post(this.link, "stamp", stamp, "newsletters", "horoscope").statusCode())
            .isEqualTo(422);
        this.clock.forward(Duration.ofHours(24));
        assertStale(this.visitor.post(this.link, "stamp", stamp, "newsletters", "libraries"));
        assertThat(requests()).isOne();
    }

    private static void assertStale(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(422);
        Document page = Visitor.page(response);
        assertThat(page.select(".govuk-error-summary__list li").eachText()).singleElement()
            .asString()
            .startsWith("This form was open for too long");
        assertThat(page.select("input[checked]").eachAttr("value")).containsExactly("libraries");
    }

    @Test
    void aForgedLinkOrOneForSomethingElseIsUnknown() {
        UUID subscriber = this.visitor.subscriberId(this.address);
        String unsubscribe = this.visitor.unsubscribeLink(this.address, "mayor");
        for (String bad : List.of(this.link.substring(0, this.link.length() - 1), "/preferences/x",
                unsubscribe.replace("/unsubscribe/", "/preferences/"),
                this.visitor.link(Action.PREFERENCES, UUID.randomUUID(), "subscriber", null))) {
            assertThat(this.visitor.get(bad).statusCode()).isEqualTo(404);
            assertThat(Visitor.page(this.visitor.get(bad)).expectFirst("h1").text())
                .isEqualTo("We do not know this link");
        }
        for (String bad : List.of(this.link.substring(0, this.link.length() - 1),
                unsubscribe.replace("/unsubscribe/", "/preferences/"))) {
            assertThat(this.visitor.post(bad, "everything", "yes").statusCode()).isEqualTo(404);
        }
        assertThat(this.visitor.post(this.link, "stop", "horoscope").statusCode()).isEqualTo(404);
        assertThat(this.visitor.takes(this.address)).hasSize(2);
        assertThat(subscriber).isNotNull();
    }

    @Test
    void anExpiredLinkSaysSoAndLeadsToAFreshOne() {
        String stamp = stamp();
        String expired = this.visitor.link(Action.PREFERENCES, this.visitor.subscriberId(this.address), "subscriber",
                this.clock.instant().minusSeconds(1));
        for (HttpResponse<String> response : List.of(this.visitor.get(expired),
                this.visitor.post(expired, "everything", "yes"), this.visitor.post(expired, "stop", "mayor"),
                this.visitor.post(expired, "stamp", stamp, "newsletters", "libraries"))) {
            assertThat(response.statusCode()).isEqualTo(410);
            assertThat(Visitor.page(response).expectFirst("h1").text()).isEqualTo("This link has expired");
            assertThat(Visitor.page(response).select("main a[href=/preferences]")).hasSize(1);
        }
        assertThat(this.visitor.takes(this.address)).hasSize(2);
        assertThat(requests()).isOne();
    }

    @Test
    void a17AFormOfAnotherSiteIsRefused() {
        assertThat(this.visitor
            .send(this.visitor.form(this.link, "everything", "yes").header("Sec-Fetch-Site", "cross-site"))
            .statusCode()).isEqualTo(403);
        assertThat(this.visitor.takes(this.address)).hasSize(2);
    }

}
