package newsletter.subscription.confirmation;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

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
class ConfirmControllerTests {

    @Autowired
    private Visitor visitor;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private String linkAfterSigningUp(String address, String... newsletters) {
        this.visitor.signsUp(address, newsletters);
        return this.visitor.confirmLink(address);
    }

    @Test
    void c08ThePageRepeatsTheWordingAndHasOneButtonToConfirmAndOneNotTo() {
        HttpResponse<String> response = this.visitor.get(linkAfterSigningUp("page@confirm.example.org", "mayor"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(page(response).select("main button").eachText()).containsExactly("Yes, sign me up",
                "This wasn’t me");
        assertThat(page(response).select("main form").eachAttr("method")).containsExactly("post", "post");
        assertThat(page(response).select("main [data-statement]")).hasSize(1);
        assertThat(page(response).expectFirst("main").text()).contains("Email from the Mayor",
                "I can withdraw this consent at any time");
        assertThat(page(response).select("main a[href^=/wordings/]")).hasSize(1);
    }

    @Test
    void c16WhomTheCityAsksIsToldWhy() {
        String link = linkAfterSigningUp("permission@confirm.example.org", "mayor");
        this.jdbc.sql("UPDATE subscription_request SET method = 'permission-request' WHERE subscriber_id = :id")
            .param("id", this.visitor.subscriberId("permission@confirm.example.org"))
            .update();
        HttpResponse<String> response = this.visitor.get(link);
        assertThat(page(response).expectFirst("h1").text()).isEqualTo("May we send you these newsletters?");
        assertThat(page(response).expectFirst("main").text()).contains("cannot show that you agreed")
            .doesNotContain("somebody who entered your email address");
        this.visitor.post(link);
        assertThat(this.visitor.takes("permission@confirm.example.org")).containsExactly("mayor");
    }

    @Test
    void c08LookingChangesNothingAndTheButtonDoes() {
        String link = linkAfterSigningUp("looks@confirm.example.org", "mayor");
        for (int i = 0; i < 10; i++) {
            assertThat(this.visitor.get(link).statusCode()).isEqualTo(200);
            this.visitor.send(this.visitor.request(link).HEAD());
        }
        this.visitor.send(this.visitor.request(link).method("OPTIONS", BodyPublishers.noBody()));
        assertThat(this.visitor.takes("looks@confirm.example.org")).isEmpty();
        HttpResponse<String> pressed = this.visitor.post(link);
        assertThat(pressed.statusCode()).isEqualTo(303);
        assertThat(pressed.headers().firstValue("Location")).contains(link);
        assertThat(this.visitor.takes("looks@confirm.example.org")).containsExactly("mayor");
    }

    @Test
    void a04AUsedLinkShowsWhatCameOfItAndTheReceipt() {
        String link = linkAfterSigningUp("receipt@confirm.example.org", "mayor", "clean-air");
        this.visitor.post(link);
        HttpResponse<String> confirmed = this.visitor.get(link);
        assertThat(confirmed.statusCode()).isEqualTo(200);
        assertThat(page(confirmed).expectFirst("h1").text()).isEqualTo("You are signed up");
        assertThat(page(confirmed).expectFirst(".govuk-panel .city-hash").text()).matches("\\w{4}-\\w{4}-\\w{4}");
        assertThat(page(confirmed).select("dt").eachText()).contains("Email from the Mayor", "Clean air");
        assertThat(this.visitor.post(link).statusCode()).isEqualTo(303);
        assertThat(this.visitor.get(link).body()).isEqualTo(confirmed.body());
    }

    @Test
    void c19WhoConfirmsAgainIsToldThatNothingHasChanged() {
        this.visitor.post(linkAfterSigningUp("twice@confirm.example.org", "mayor"));
        this.clock.forward(Duration.ofMinutes(10));
        String second = linkAfterSigningUp("twice@confirm.example.org", "mayor");
        this.visitor.post(second);
        assertThat(page(this.visitor.get(second)).expectFirst("h1").text()).isEqualTo("You were signed up already");
    }

    @Test
    void aForgedOrShortenedLinkIsKindlyRefused() {
        String link = linkAfterSigningUp("forged@confirm.example.org", "mayor");
        String unsubscribe = this.visitor.unsubscribeLink("forged@confirm.example.org", "mayor");
        for (String bad : new String[] { link.substring(0, link.length() - 1), link.substring(0, 30), "/confirm/x",
                unsubscribe.replace("/unsubscribe/", "/confirm/"),
                this.visitor.link(Action.CONFIRM, UUID.randomUUID(), UUID.randomUUID().toString(), null) }) {
            assertDead(this.visitor.get(bad), 404, "We do not know this link");
            assertDead(this.visitor.post(bad), 404, "We do not know this link");
        }
        assertThat(this.visitor.takes("forged@confirm.example.org")).isEmpty();
    }

    @Test
    void anExpiredLinkSaysSo() {
        linkAfterSigningUp("expired@confirm.example.org", "mayor");
        UUID subscriber = this.visitor.subscriberId("expired@confirm.example.org");
        String request = this.jdbc.sql("SELECT id FROM subscription_request WHERE subscriber_id = :subscriber")
            .param("subscriber", subscriber)
            .query(UUID.class)
            .single()
            .toString();
        String expired = this.visitor.link(Action.CONFIRM, subscriber, request, Instant.now().minusSeconds(1));
        assertDead(this.visitor.get(expired), 410, "This link has expired");
        assertDead(this.visitor.post(expired), 410, "This link has expired");
        assertThat(this.visitor.takes("expired@confirm.example.org")).isEmpty();
        // One whose request is long gone.
        String gone = this.visitor.link(Action.CONFIRM, subscriber, UUID.randomUUID().toString(), Instant.EPOCH);
        assertDead(this.visitor.get(gone), 410, "This link has expired");
    }

    @Test
    void aLinkToAnotherPurposeLeadsBackToTheStart() {
        String link = linkAfterSigningUp("purpose@confirm.example.org", "libraries");
        this.jdbc.sql("UPDATE newsletter SET purpose_version = purpose_version + 1 WHERE id = 'libraries'").update();
        assertDead(this.visitor.get(link), 410, "The newsletter has changed since you asked for it");
        assertDead(this.visitor.post(link), 410, "The newsletter has changed since you asked for it");
    }

    @Test
    void aLinkThatWasUsedBeforeLeavingSaysSo() {
        String link = linkAfterSigningUp("left@confirm.example.org", "mayor");
        this.visitor.post(link);
        this.visitor.post(this.visitor.unsubscribeLink("left@confirm.example.org", "mayor"));
        assertDead(this.visitor.get(link), 410, "This link has been used");
        assertThat(this.visitor.takes("left@confirm.example.org")).isEmpty();
    }

    @Test
    void a01ThisWasNotMeEndsTheRequestAndTheLettersUntilTheOwnerAllowsThem() {
        String link = linkAfterSigningUp("victim@confirm.example.org", "mayor");
        this.visitor.get(link + "/not-me");
        assertThat(page(this.visitor.get(link)).expectFirst("h1").text()).isEqualTo("Confirm your sign-up");
        HttpResponse<String> pressed = this.visitor.post(link + "/not-me");
        assertThat(pressed.statusCode()).isEqualTo(303);
        HttpResponse<String> disowned = this.visitor.get(link);
        assertThat(disowned.statusCode()).isEqualTo(200);
        assertThat(page(disowned).expectFirst("h1").text()).isEqualTo("Thank you for telling us");
        assertThat(page(disowned).select("main button").eachText()).containsExactly("Allow these emails again");
        this.visitor.post(link);
        assertThat(this.visitor.takes("victim@confirm.example.org")).isEmpty();
        assertThat(this.visitor.post(link + "/not-me").statusCode()).isEqualTo(303);
        // The attacker goes on, and sees what everybody sees.
        HttpResponse<String> attack = this.visitor.signsUp("victim@confirm.example.org", "clean-air");
        assertThat(attack.headers().firstValue("Location")).contains("/check-your-email");
        assertThat(requests("victim@confirm.example.org")).isEqualTo(1);
        this.visitor.post(link + "/allow");
        assertThat(page(this.visitor.get(link)).select("main button")).isEmpty();
        this.visitor.signsUp("victim@confirm.example.org", "clean-air");
        assertThat(requests("victim@confirm.example.org")).isEqualTo(2);
        this.visitor.post(this.visitor.confirmLink("victim@confirm.example.org"));
        assertThat(this.visitor.takes("victim@confirm.example.org")).containsExactly("clean-air");
    }

    private int requests(String address) {
        return this.jdbc.sql("SELECT count(*) FROM subscription_request WHERE subscriber_id = :subscriber")
            .param("subscriber", this.visitor.subscriberId(address))
            .query(Integer.class)
            .single();
    }

    @Test
    void aForgedLinkDisownsNothing() {
        String link = linkAfterSigningUp("forger@confirm.example.org", "mayor");
        String forged = link.substring(0, link.length() - 1);
        assertDead(this.visitor.post(forged + "/not-me"), 404, "We do not know this link");
        assertDead(this.visitor.post(forged + "/allow"), 404, "We do not know this link");
        assertThat(page(this.visitor.get(link)).expectFirst("h1").text()).isEqualTo("Confirm your sign-up");
    }

    private static void assertDead(HttpResponse<String> response, int status, String heading) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(page(response).expectFirst("h1").text()).isEqualTo(heading);
        assertThat(page(response).select("main a[href=/]")).hasSize(1);
    }

}
