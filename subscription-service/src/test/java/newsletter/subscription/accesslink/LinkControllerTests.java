package newsletter.subscription.accesslink;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.events.Topics;
import newsletter.subscription.SiteTest;
import newsletter.subscription.Topic;
import newsletter.subscription.Visitor;

import static newsletter.subscription.Visitor.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SiteTest
class LinkControllerTests {

    @Autowired
    private Visitor visitor;

    @Autowired
    private JdbcClient jdbc;

    private void subscribe(String address) {
        this.visitor.signsUp(address, "mayor");
        this.visitor.post(this.visitor.confirmLink(address));
    }

    @Test
    void everyPageLeadsToTheForm() {
        Document home = page(this.visitor.get("/"));
        assertThat(home.select("footer a[href=/preferences]").text()).isEqualTo("Manage your newsletters");
        Document form = page(this.visitor.get("/preferences"));
        assertThat(form.select("main form[action=/preferences] input[name=emailAddress]")).hasSize(1);
        assertThat(form.select("main button")).hasSize(1);
    }

    @Test
    void a06EveryAddressIsAnsweredByteForByteTheSame() {
        subscribe("known@form.example.org");
        this.visitor.signsUp("pending@form.example.org", "mayor");
        HttpResponse<String> unknown = this.visitor.post("/preferences", "emailAddress", "unknown@form.example.org");
        assertThat(unknown.statusCode()).isEqualTo(303);
        for (String address : List.of("known@form.example.org", "KNOWN@form.example.org", "known@form.example.org",
                "pending@form.example.org", "postmaster@form.example.org")) {
            HttpResponse<String> response = this.visitor.post("/preferences", "emailAddress", address);
            assertThat(response.statusCode()).isEqualTo(unknown.statusCode());
            assertThat(response.body()).isEqualTo(unknown.body());
            assertThat(response.headers().firstValue("Location")).isEqualTo(unknown.headers().firstValue("Location"));
            assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
        }
        String location = unknown.headers().firstValue("Location").orElseThrow();
        assertThat(page(this.visitor.get(location)).expectFirst("main").text())
            .contains("If that address is subscribed, or was, we are sending a link to it.")
            .doesNotContain("form.example.org");
    }

    @Test
    void whoIsSubscribedIsToldToTheMailer() {
        subscribe("told@form.example.org");
        this.visitor.post("/preferences", "emailAddress", "told@form.example.org");
        String subscriber = this.visitor.subscriberId("told@form.example.org").toString();
        await().atMost(Duration.ofSeconds(30))
            .untilAsserted(() -> assertThat(Topic.read(Topics.CONSENT_EVENTS, subscriber))
                .anyMatch((json) -> String.valueOf(json).contains("access-link-requested")));
    }

    @Test
    void i06LookingChangesNothing() {
        long before = wishes();
        this.visitor.get("/preferences?emailAddress=looks%40form.example.org");
        this.visitor.send(this.visitor.request("/preferences?emailAddress=looks%40form.example.org").HEAD());
        this.visitor.get("/preferences/check-your-email");
        assertThat(wishes()).isEqualTo(before);
        this.visitor.post("/preferences", "emailAddress", "looks@form.example.org");
        assertThat(wishes()).isGreaterThan(before);
    }

    /** How many there ever were, answered or not. */
    private long wishes() {
        return this.jdbc.sql("SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM access_link_wish_id_seq")
            .query(Long.class)
            .single();
    }

    @Test
    void whatIsNoAddressIsRefusedAndShownAsItWasTyped() {
        HttpResponse<String> response = this.visitor.post("/preferences", "emailAddress", "\"><b>ada");
        assertThat(response.statusCode()).isEqualTo(422);
        Document page = page(response);
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.select(".govuk-error-summary__list li").eachText())
            .containsExactly("Enter an email address in the correct format, like name@example.org");
        assertThat(page.expectFirst("#emailAddress").val()).isEqualTo("\"><b>ada");
        assertThat(page(this.visitor.post("/preferences")).select(".govuk-error-summary__list li").eachText())
            .containsExactly("Enter your email address");
    }

    @Test
    void a17AFormOfAnotherSiteIsRefused() {
        assertThat(this.visitor
            .send(this.visitor.form("/preferences", "emailAddress", "csrf@form.example.org")
                .header("Sec-Fetch-Site", "cross-site"))
            .statusCode()).isEqualTo(403);
    }

}
