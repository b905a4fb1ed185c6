package newsletter.subscription.newaddress;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.personaldata.SignedLinks.Action;
import newsletter.subscription.SiteTest;
import newsletter.subscription.TestClock;
import newsletter.subscription.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

@SiteTest
class NewAddressPagesTests {

    @Autowired
    private Visitor visitor;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final String name = "ada-" + UUID.randomUUID();

    private final String address = this.name + "@old.example.org";

    private final String other = this.name + "@new.example.org";

    private UUID subscriber = new UUID(0, 0);

    @BeforeEach
    void subscribe() {
        this.visitor.takesUp(this.address, "mayor");
        this.subscriber = this.visitor.subscriberId(this.address);
    }

    private String form() {
        return this.visitor.ownersLink(this.address) + "/address";
    }

    private HttpResponse<String> asks(String address) {
        return this.visitor.post(form(), "emailAddress", address);
    }

    private int changes() {
        return this.jdbc.sql("SELECT count(*) FROM address_change WHERE subscriber_id = :id")
            .param("id", this.subscriber)
            .query(Integer.class)
            .single();
    }

    /** The path of the link in the letter to the new mailbox. */
    private String letter() {
        return this.jdbc.sql("""
                SELECT id, expires_at FROM address_change
                WHERE subscriber_id = :id
                ORDER BY requested_at DESC LIMIT 1
                """)
            .param("id", this.subscriber)
            .query((row, _) -> this.visitor.link(Action.CHANGE_ADDRESS, this.subscriber, row.getString("id"),
                    row.getTimestamp("expires_at").toInstant()))
            .single();
    }

    private static String heading(HttpResponse<String> response) {
        return Visitor.page(response).expectFirst("main h1").text();
    }

    private Document follow(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(303);
        return Visitor.page(this.visitor.get(response.headers().firstValue("Location").orElseThrow()));
    }

    @Test
    void a09AForwardedLinkMovesNobodyAndOffersAFreshOneToTheMailboxAlone() {
        String forwarded = this.visitor.preferencesLink(this.address) + "/address";
        HttpResponse<String> shown = this.visitor.get(forwarded);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(Visitor.page(shown).select("main input[name=emailAddress]")).isEmpty();
        HttpResponse<String> posted = this.visitor.post(forwarded, "emailAddress", "thief@new.example.org");
        assertThat(posted.statusCode()).isEqualTo(403);
        assertThat(changes()).isZero();
        assertThat(follow(this.visitor.post(forwarded + "/link")).text()).contains("Check your email");
        assertThat(this.jdbc.sql("SELECT count(*) FROM access_link WHERE subscriber_id = :id")
            .param("id", this.subscriber)
            .query(Integer.class)
            .single()).isOne();
    }

    /** In its last hour it ends like a fresh one does. */
    @Test
    void a09AForwardedLinkThatEndsWithinTheHourIsNoFreshOne() {
        String forwarded = this.visitor.preferencesLink(this.address) + "/address";
        this.clock.forward(Duration.ofDays(90).minusMinutes(30));
        assertThat(this.visitor.post(forwarded, "emailAddress", "thief@new.example.org").statusCode()).isEqualTo(403);
        assertThat(changes()).isZero();
    }

    @Test
    void aFreshLinkIsGoodForAnHour() {
        String fresh = form();
        this.clock.forward(Duration.ofHours(1));
        assertThat(this.visitor.get(fresh).statusCode()).isEqualTo(410);
        assertThat(this.visitor.post(fresh, "emailAddress", this.other).statusCode()).isEqualTo(410);
        assertThat(this.visitor.post(fresh + "/link").statusCode()).isEqualTo(410);
        assertThat(changes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "nobody", "a@b", "ada@exa\u202Emple.org", "a@[127.0.0.1]",
            "x\r\nBcc: y@example.org", "\u0430da@\u0435xample.org" })
    void a12WhatIsNoAddressIsAskedForAgainInTheWordsOfTheSignUp(String typed) {
        HttpResponse<String> response = asks(typed);
        assertThat(response.statusCode()).isEqualTo(422);
        Document page = Visitor.page(response);
        assertThat(page.title()).startsWith("Error:");
        assertThat(page.expectFirst(".govuk-error-summary a").attr("href")).isEqualTo("#emailAddress");
        assertThat(page.expectFirst(".govuk-error-summary a").text()).startsWith("Enter");
        assertThat(changes()).isZero();
    }

    @Test
    void i07EveryAddressGetsTheSameAnswer() {
        String known = "known-" + this.name + "@new.example.org";
        this.visitor.takesUp(known, "mayor");
        for (String typed : List.of(this.other, known, this.address, "postmaster@new.example.org", this.other)) {
            HttpResponse<String> response = asks(typed);
            assertThat(response.statusCode()).isEqualTo(303);
            assertThat(response.headers().firstValue("Location").orElseThrow())
                .endsWith("/change-address/check-your-email");
            assertThat(response.body()).isEmpty();
        }
        assertThat(heading(this.visitor.get("/change-address/check-your-email"))).isEqualTo("Check your new mailbox");
    }

    @Test
    void c23FromTheFormToTheNewMailbox() {
        asks(this.other);
        String letter = letter();
        Document page = Visitor.page(this.visitor.get(letter));
        assertThat(page.select("main form")).hasSize(2);
        assertThat(page.html()).doesNotContain(this.name);
        Document done = follow(this.visitor.post(letter));
        assertThat(done.expectFirst("main h1").text()).isEqualTo("Your address is changed");
        assertThat(this.visitor.subscriberId(this.other)).isEqualTo(this.subscriber);
        assertThat(this.visitor.isKnown(this.address)).isFalse();
        assertThat(this.visitor.takes(this.other)).containsExactly("mayor");
        assertThat(follow(this.visitor.post(letter)).text()).contains("Your address is changed");
        this.clock.forward(Duration.ofSeconds(1));
        Document preferences = Visitor.page(this.visitor.get(this.visitor.preferencesLink(this.other)));
        assertThat(preferences.text()).contains("a…@new.example.org", "Changed the email address",
                "Asked for another email address");
    }

    @Test
    void i06LookingChangesNothing() {
        asks(this.other);
        String letter = letter();
        for (String path : List.of(letter, letter + "/not-me", letter + "/allow", form())) {
            this.visitor.get(path);
            this.visitor.send(this.visitor.request(path).HEAD());
            this.visitor.send(this.visitor.request(path).method("OPTIONS", BodyPublishers.noBody()));
        }
        assertThat(this.visitor.isKnown(this.other)).isFalse();
        assertThat(heading(this.visitor.get(letter))).isEqualTo("Get your newsletters at this address");
    }

    /** Whoever reads the old mailbox from now on is perhaps somebody else. */
    @Test
    void linksInTheOldMailboxStopAndShowNothingAnyMore() {
        String old = this.visitor.preferencesLink(this.address);
        String fresh = this.visitor.ownersLink(this.address);
        String stop = this.visitor.unsubscribeLink(this.address, "mayor");
        asks(this.other);
        this.clock.forward(Duration.ofMinutes(1));
        this.visitor.post(letter());
        for (String link : List.of(old, fresh, old + "/address", fresh + "/address", old + "/pause")) {
            HttpResponse<String> response = this.visitor.get(link);
            assertThat(response.statusCode()).isEqualTo(410);
            assertThat(response.body()).doesNotContain("new.example.org");
        }
        assertThat(this.visitor.post(old, "stop", "mayor").statusCode()).isEqualTo(410);
        assertThat(this.visitor.post(fresh + "/address", "emailAddress", this.address).statusCode()).isEqualTo(410);
        this.clock.forward(Duration.ofMinutes(1));
        assertThat(this.visitor.get(this.visitor.preferencesLink(this.other)).statusCode()).isEqualTo(200);
        this.visitor.post(stop);
        assertThat(this.visitor.takes(this.other)).as("stopping works for ever").isEmpty();
    }

    /** A withdrawal from before the move is not taken back from the old mailbox. */
    @Test
    void whatWasStoppedBeforeTheMoveIsNotUndoneAfterIt() {
        String stop = this.visitor.unsubscribeLink(this.address, "mayor");
        this.visitor.post(stop);
        this.clock.forward(Duration.ofMinutes(1));
        asks(this.other);
        this.visitor.post(letter());
        assertThat(this.visitor.get(stop).body()).doesNotContain("/undo");
        this.visitor.post(stop + "/undo");
        assertThat(this.visitor.takes(this.other)).isEmpty();
    }

    @Test
    void aMailboxWithItsOwnSubscriptionIsToldSoAndNothingChanges() {
        this.visitor.takesUp(this.other, "clean-air");
        asks(this.other);
        String letter = letter();
        Document page = Visitor.page(this.visitor.get(letter));
        assertThat(page.text()).contains("This mailbox has a subscription of its own", "Nothing has been changed");
        assertThat(page.select("main a[href=/preferences]")).hasSize(1);
        this.visitor.post(letter);
        assertThat(this.visitor.takes(this.address)).containsExactly("mayor");
        assertThat(this.visitor.takes(this.other)).containsExactly("clean-air");
    }

    @Test
    void a01WhoDidNotAskHasAButtonAndOneThatTakesItBack() {
        asks(this.other);
        String letter = letter();
        Document thanks = follow(this.visitor.post(letter + "/not-me"));
        assertThat(thanks.expectFirst("main h1").text()).isEqualTo("Thank you for telling us");
        assertThat(thanks.select("main time")).hasSize(1);
        assertThat(follow(this.visitor.post(letter + "/allow")).select("main time")).isEmpty();
        assertThat(this.visitor.isKnown(this.other)).isFalse();
    }

    @Test
    void aLinkThatIsOverOrForgedSaysSo() {
        asks(this.other);
        String letter = letter();
        this.clock.forward(Duration.ofDays(7));
        assertThat(this.visitor.get(letter).statusCode()).isEqualTo(410);
        this.visitor.post(letter);
        assertThat(this.visitor.isKnown(this.other)).isFalse();
        assertThat(this.visitor.get(letter + "x").statusCode()).isEqualTo(404);
        assertThat(this.visitor.post("/change-address/forged").statusCode()).isEqualTo(404);
        String unsubscribe = this.visitor.unsubscribeLink(this.address, "mayor").replace("/unsubscribe/", "");
        assertThat(this.visitor.get("/change-address/" + unsubscribe).statusCode()).isEqualTo(404);
    }

}
