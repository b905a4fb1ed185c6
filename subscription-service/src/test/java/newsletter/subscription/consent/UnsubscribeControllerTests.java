package newsletter.subscription.consent;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.personaldata.SignedLinks.Action;
import newsletter.subscription.SiteTest;
import newsletter.subscription.Visitor;

import static newsletter.subscription.Visitor.page;
import static org.assertj.core.api.Assertions.assertThat;

@SiteTest
class UnsubscribeControllerTests {

    private static final String PARTS = """
            --boundary\r
            Content-Disposition: form-data; name="List-Unsubscribe"\r
            \r
            One-Click\r
            --boundary--\r
            """;

    @Autowired
    private Visitor visitor;

    @Autowired
    private JdbcClient jdbc;

    private final String address = UUID.randomUUID() + "@unsubscribe.example.org";

    private String link = "";

    private String oneClick = "";

    @BeforeEach
    void subscribe() {
        this.visitor.signsUp(this.address, "mayor", "clean-air");
        this.visitor.post(this.visitor.confirmLink(this.address));
        this.link = this.visitor.unsubscribeLink(this.address, "mayor");
        this.oneClick = this.link.replace("/unsubscribe/", "/one-click/");
        assertThat(this.visitor.takes(this.address)).containsExactly("clean-air", "mayor");
    }

    private String endedBy() {
        return this.jdbc.sql("""
                SELECT ended_by FROM consent
                WHERE subscriber_id = :subscriber AND newsletter_id = 'mayor'
                """).param("subscriber", this.visitor.subscriberId(this.address)).query(String.class).single();
    }

    @Test
    void c17FromTheMailItTakesOneLinkAndOneButton() {
        Element form = page(this.visitor.get(this.link)).expectFirst("main form");
        assertThat(form.select("button")).hasSize(1);
        assertThat(form.select("input, select, textarea")).isEmpty();
        HttpResponse<String> pressed = this.visitor.post(form.attr("action"));
        assertThat(pressed.statusCode()).isEqualTo(303);
        assertThat(page(this.visitor.get(pressed.headers().firstValue("Location").orElseThrow())).expectFirst("main")
            .text()).contains("You are unsubscribed", "Email from the Mayor");
        assertThat(this.visitor.takes(this.address)).containsExactly("clean-air");
        assertThat(endedBy()).isEqualTo("UNSUBSCRIBE_PAGE");
    }

    @Test
    void i06LookingChangesNothing() {
        for (String path : new String[] { this.link, this.oneClick }) {
            assertThat(this.visitor.get(path).statusCode()).isEqualTo(200);
            this.visitor.send(this.visitor.request(path).HEAD());
            this.visitor.send(this.visitor.request(path).method("OPTIONS", BodyPublishers.noBody()));
        }
        assertThat(this.visitor.get(this.oneClick + "?List-Unsubscribe=One-Click").statusCode()).isEqualTo(200);
        assertThat(this.visitor.takes(this.address)).containsExactly("clean-air", "mayor");
    }

    @Test
    void m05OneClickWorksWithoutCookieContextOrRedirect() {
        assertUnsubscribed(this.visitor.send(this.visitor.form(this.oneClick, "List-Unsubscribe", "One-Click")
            // From a mail program on the web.
            .header("Sec-Fetch-Site", "cross-site")));
        assertThat(this.visitor.takes(this.address)).containsExactly("clean-air");
        assertThat(endedBy()).isEqualTo("ONE_CLICK");
    }

    @Test
    void m05OneClickComesAsPartsToo() {
        assertUnsubscribed(this.visitor.send(this.visitor.request(this.oneClick)
            .header("Content-Type", "multipart/form-data; boundary=boundary")
            .POST(BodyPublishers.ofString(PARTS))));
        assertThat(this.visitor.takes(this.address)).containsExactly("clean-air");
    }

    @Test
    void m07OneClickMayBeRepeatedAndMayNameNobody() {
        for (int i = 0; i < 3; i++) {
            assertUnsubscribed(this.visitor.post(this.oneClick, "List-Unsubscribe", "One-Click"));
        }
        String nobody = this.visitor.link(Action.UNSUBSCRIBE, UUID.randomUUID(), "mayor", null)
            .replace("/unsubscribe/", "/one-click/");
        assertUnsubscribed(this.visitor.post(nobody, "List-Unsubscribe", "One-Click"));
        String nothing = this.visitor.link(Action.UNSUBSCRIBE, UUID.randomUUID(), "long-gone", null)
            .replace("/unsubscribe/", "/one-click/");
        assertUnsubscribed(this.visitor.post(nothing, "List-Unsubscribe", "One-Click"));
    }

    private static void assertUnsubscribed(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page(response).expectFirst("h1").text()).isEqualTo("You are unsubscribed");
    }

    @Test
    void m04AnAlteredLinkEndsNothing() {
        String altered = this.oneClick.substring(0, this.oneClick.length() - 1);
        assertThat(this.visitor.post(altered, "List-Unsubscribe", "One-Click").statusCode()).isEqualTo(404);
        String alteredLink = this.link.substring(0, this.link.length() - 1);
        assertThat(this.visitor.get(alteredLink).statusCode()).isEqualTo(404);
        assertThat(this.visitor.post(alteredLink).statusCode()).isEqualTo(404);
        String confirm = this.visitor.confirmLink(this.address).replace("/confirm/", "/unsubscribe/");
        assertThat(this.visitor.post(confirm).statusCode()).isEqualTo(404);
        assertThat(this.visitor.takes(this.address)).containsExactly("clean-air", "mayor");
    }

    @Test
    void aStrayPostIsNoWishToLeave() {
        assertThat(this.visitor.post(this.oneClick).statusCode()).isEqualTo(400);
        assertThat(this.visitor.post(this.oneClick, "List-Unsubscribe", "Maybe").statusCode()).isEqualTo(400);
        assertThat(this.visitor.takes(this.address)).containsExactly("clean-air", "mayor");
    }

    private Document result() {
        return page(this.visitor.get(this.link));
    }

    @Test
    void a03AWithdrawalIsTakenBackWithOneButtonThatShowsTheWordsAgain() {
        this.visitor.post(this.link);
        Document result = result();
        assertThat(result.select("main button").eachText()).containsExactly("Undo: send it to me again",
                "Stop everything");
        assertThat(result.select("main [data-statement]").text()).startsWith("I agree that the City of Exford");
        assertThat(result.select("main a[href^=/wordings/]")).hasSize(1);
        assertThat(this.visitor.get(this.link + "/undo").statusCode()).isEqualTo(405);
        assertThat(this.visitor.get(this.link + "?undone").body()).contains("You are unsubscribed");
        assertThat(this.visitor.takes(this.address)).containsExactly("clean-air");
        HttpResponse<String> undone = this.visitor.post(this.link + "/undo");
        assertThat(undone.statusCode()).isEqualTo(303);
        assertThat(
                page(this.visitor.get(undone.headers().firstValue("Location").orElseThrow())).expectFirst("h1").text())
            .isEqualTo("You are signed up again");
        assertThat(this.visitor.takes(this.address)).containsExactly("clean-air", "mayor");
    }

    @Test
    void everythingIsStoppedWithOneButton() {
        this.visitor.post(this.link);
        assertThat(result().expectFirst("main").text()).contains("go on as before");
        assertThat(this.visitor.get(this.link + "/everything").statusCode()).isEqualTo(405);
        assertThat(this.visitor.takes(this.address)).containsExactly("clean-air");
        assertThat(this.visitor.post(this.link + "/everything").statusCode()).isEqualTo(303);
        assertThat(this.visitor.takes(this.address)).isEmpty();
        assertThat(result().expectFirst("main").text()).contains("You get no newsletter from us any more");
        assertThat(result().select("main button").eachText()).containsExactly("Undo: send it to me again");
    }

    /** whoever was sent a copy of the mail learns no more than what it says. */
    @Test
    void a09TheResultDoesNotSayWhatElseThePersonGets() {
        this.visitor.post(this.link);
        assertThat(result().expectFirst("main").text()).doesNotContain("Clean air", this.address);
        this.visitor.post(this.link + "/everything");
        assertThat(result().expectFirst("main").text()).doesNotContain("Clean air", this.address);
    }

    @Test
    void aForgedLinkTakesNothingBackAndStopsNothing() {
        String forged = this.link.substring(0, this.link.length() - 1);
        assertThat(this.visitor.post(forged + "/everything").statusCode()).isEqualTo(404);
        this.visitor.post(this.link);
        assertThat(this.visitor.post(forged + "/undo").statusCode()).isEqualTo(404);
        assertThat(this.visitor.takes(this.address)).containsExactly("clean-air");
    }

    @Test
    void m09TheLinkWorksForALaterConsentToo() {
        this.visitor.post(this.link);
        this.visitor.signsUp(this.address, "mayor");
        this.visitor.post(this.visitor.confirmLink(this.address));
        assertThat(this.visitor.takes(this.address)).contains("mayor");
        this.visitor.post(this.link);
        assertThat(this.visitor.takes(this.address)).containsExactly("clean-air");
    }

}
