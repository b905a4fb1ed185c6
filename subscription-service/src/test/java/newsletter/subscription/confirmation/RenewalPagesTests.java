package newsletter.subscription.confirmation;

import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.subscription.SiteProperties;
import newsletter.subscription.SiteTest;
import newsletter.subscription.TestClock;
import newsletter.subscription.Visitor;
import newsletter.subscription.retention.RetentionRule;

import static newsletter.subscription.Visitor.page;
import static org.assertj.core.api.Assertions.assertThat;

/** What somebody sees who is asked to renew. */
@SiteTest
class RenewalPagesTests {

    @Autowired
    private Visitor visitor;

    @Autowired
    private List<RetentionRule> rules;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private SiteProperties site;

    private static String address(String name) {
        return name + "@renew.example.org";
    }

    /** The consents run out in so many days, and the jobs are at work. */
    private void daysBeforeTheEnd(String name, int days) {
        this.jdbc.sql("UPDATE consent SET valid_until = :end WHERE subscriber_id = :id AND ended_at IS NULL")
            .param("end", Timestamp.from(this.clock.instant().plus(Duration.ofDays(days))))
            .param("id", this.visitor.subscriberId(address(name)))
            .update();
        this.jdbc.sql("UPDATE consent SET given_at = :then WHERE subscriber_id = :id AND ended_at IS NULL")
            .param("then", Timestamp.from(this.clock.instant().minus(Duration.ofDays(700))))
            .param("id", this.visitor.subscriberId(address(name)))
            .update();
        this.rules.forEach((rule) -> rule.apply(this.clock.instant()));
    }

    private String asked(String name, String... newsletters) {
        this.visitor.takesUp(address(name), newsletters);
        daysBeforeTheEnd(name, 29);
        return this.visitor.confirmLink(address(name));
    }

    private String end(String name) {
        Instant end = this.jdbc
            .sql("SELECT max(valid_until) FROM consent WHERE subscriber_id = :id AND ended_at IS NULL")
            .param("id", this.visitor.subscriberId(address(name)))
            .query(Timestamp.class)
            .single()
            .toInstant();
        return DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK).format(end.atZone(this.site.zone()));
    }

    private static String text(HttpResponse<String> response) {
        return page(response).expectFirst("main").text();
    }

    private static String heading(HttpResponse<String> response) {
        return page(response).expectFirst("h1").text();
    }

    @Test
    void c28ThePageSaysWhenItEndsAndWhatHappensIfOneDoesNothing() {
        String link = asked("page", "mayor", "clean-air");
        HttpResponse<String> response = this.visitor.get(link);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(heading(response)).isEqualTo("Do you still want these newsletters?");
        assertThat(text(response))
            .contains("which ends on " + end("page"), "You need not do anything", "we send you nothing after that")
            .doesNotContain("This wasn’t me", "has changed");
        assertThat(page(response).select("main button").eachText()).containsExactly("Yes, I still want them",
                "Stop now");
        assertThat(page(response).select("main [data-statement]")).hasSize(2);
        assertThat(page(response).select("meta[name=robots]").eachAttr("content")).containsExactly("noindex");
        assertThat(text(response)).doesNotContain(address("page"));
    }

    @Test
    void c28TheButtonRenewsOnceAndLookingDoesNot() {
        String link = asked("button", "mayor");
        String before = end("button");
        this.visitor.get(link);
        this.visitor.get(link + "/stop");
        assertThat(end("button")).isEqualTo(before);
        assertThat(this.visitor.post(link).statusCode()).isEqualTo(303);
        HttpResponse<String> renewed = this.visitor.get(link);
        assertThat(heading(renewed)).isEqualTo("You have renewed");
        assertThat(end("button")).isNotEqualTo(before);
        assertThat(text(renewed)).contains("Until " + end("button"), "new receipt");
        assertThat(page(renewed).expectFirst(".govuk-panel .city-hash").text()).matches("\\w{4}-\\w{4}-\\w{4}");
        this.visitor.post(link);
        assertThat(this.visitor.get(link).body()).isEqualTo(renewed.body());
        String receipt = page(renewed).expectFirst("main a[href^=/receipts/]").attr("href");
        assertThat(this.visitor.get(receipt).statusCode()).isEqualTo(200);
        HttpResponse<String> preferences = this.visitor.get(this.visitor.preferencesLink(address("button")));
        assertThat(text(preferences)).contains("Renewed: “Email from the Mayor”",
                "Asked to renew: “Email from the Mayor”");
    }

    @Test
    void c28WhoSaysNoIsSentNothingMoreAndCanTakeItBack() {
        String link = asked("stops", "mayor", "clean-air");
        assertThat(this.visitor.post(link + "/stop").statusCode()).isEqualTo(303);
        assertThat(this.visitor.takes(address("stops"))).isEmpty();
        HttpResponse<String> over = this.visitor.get(link);
        assertThat(over.statusCode()).isEqualTo(200);
        assertThat(heading(over)).isEqualTo("There is nothing to renew");
        this.visitor.post(link);
        assertThat(this.visitor.takes(address("stops"))).isEmpty();
        String back = page(over).expectFirst("main a[href^=/unsubscribe/]").attr("href");
        this.visitor.post(back + "/undo");
        assertThat(this.visitor.takes(address("stops"))).containsExactly("mayor");
        assertThat(page(this.visitor.get(link)).select("main section")).hasSize(1);
    }

    @Test
    void nobodyCanDisownWhatTheCityAsked() {
        String link = asked("disowns", "mayor");
        this.visitor.post(link + "/not-me");
        assertThat(heading(this.visitor.get(link))).isEqualTo("Do you still want these newsletters?");
    }

    @Test
    void aSignUpCannotBeStoppedLikeARenewal() {
        this.visitor.takesUp(address("signs-up"), "mayor");
        this.visitor.signsUp(address("signs-up"), "clean-air");
        this.visitor.post(this.visitor.confirmLink(address("signs-up")) + "/stop");
        assertThat(this.visitor.takes(address("signs-up"))).containsExactly("mayor");
    }

    @Test
    void c28AfterTheEndTheLinkHasExpired() {
        String link = asked("late", "mayor");
        UUID person = this.visitor.subscriberId(address("late"));
        this.clock.forward(Duration.ofDays(29));
        assertThat(this.visitor.get(link).statusCode()).isEqualTo(410);
        assertThat(this.visitor.post(link).statusCode()).isEqualTo(410);
        this.rules.forEach((rule) -> rule.apply(this.clock.instant()));
        assertThat(this.visitor.get(link).statusCode()).isEqualTo(410);
        assertThat(this.visitor.takes(address("late"))).isEmpty();
        assertThat(this.jdbc.sql("SELECT count(*) FROM consent WHERE subscriber_id = :id AND ended_by = 'EXPIRED'")
            .param("id", person)
            .query(Integer.class)
            .single()).isEqualTo(1);
        assertThat(text(this.visitor.get(this.visitor.preferencesLink(address("late")))))
            .contains("Ran out: “Email from the Mayor”");
    }

    @Test
    void c29ThePageShowsWhatWasAgreedToAndWhatIsAskedNow() {
        this.jdbc.sql("""
                INSERT INTO newsletter (id, name, purpose, sender, sender_address, frequency, direct_marketing,
                    language, position, published_at)
                VALUES ('renewing', 'Changing news', 'A test', 'A test', 'test@news.exford.example.org', 'Never', true,
                    'en', 100, '2026-01-01T00:00:00Z')
                """).update();
        say("1.0.0", "I agree to what it was for.");
        this.visitor.takesUp(address("changed"), "renewing");
        this.clock.forward(Duration.ofDays(1));
        say("2.0.0", "I agree to what it is for now.");
        this.jdbc.sql("UPDATE newsletter SET purpose_version = 2 WHERE id = 'renewing'").update();
        this.rules.forEach((rule) -> rule.apply(this.clock.instant()));
        String link = this.visitor.confirmLink(address("changed"));
        HttpResponse<String> response = this.visitor.get(link);
        assertThat(text(response))
            .contains("This newsletter has changed since you agreed to it",
                    "You agreed to this: I agree to what it was for.",
                    "We now ask you to agree to this: I agree to what it is for now.",
                    "we do not send you the changed newsletter")
            .doesNotContain("for a limited time");
        this.visitor.post(link);
        assertThat(heading(this.visitor.get(link))).isEqualTo("You have renewed");
        this.jdbc.sql("UPDATE newsletter SET published_at = NULL WHERE id = 'renewing'").update();
    }

    private void say(String version, String words) {
        this.jdbc.sql("""
                INSERT INTO wording (sha256, kind, newsletter_id, version, language, text, effective_from, approved_by)
                VALUES (encode(sha256(convert_to(:text, 'UTF8')), 'hex'), 'CONSENT_STATEMENT', 'renewing', :version,
                    'en', :text, :from, 'dpo')
                """)
            .param("text", words)
            .param("version", version)
            .param("from", Timestamp.from(this.clock.instant()))
            .update();
    }

}
