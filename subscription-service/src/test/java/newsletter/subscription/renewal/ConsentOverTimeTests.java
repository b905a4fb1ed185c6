package newsletter.subscription.renewal;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.events.ConsentEvent.ConsentExpired;
import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.ConsentWithdrawn;
import newsletter.events.ConsentEvent.RenewalReminded;
import newsletter.events.ConsentEvent.RequestDisowned;
import newsletter.events.ConsentEvent.RequestLapsed;
import newsletter.events.ConsentEvent.RequestedNewsletter;
import newsletter.events.ConsentEvent.SubscriptionRequested;
import newsletter.events.ConsentEvent.WithdrawnBy;
import newsletter.subscription.SiteProperties;
import newsletter.subscription.TableTest;
import newsletter.subscription.TestClock;
import newsletter.subscription.Together;
import newsletter.subscription.Told;
import newsletter.subscription.confirmation.Confirmations;
import newsletter.subscription.consent.Withdrawals;
import newsletter.subscription.retention.RetentionRule;
import newsletter.subscription.signup.Forms;

import static org.assertj.core.api.Assertions.assertThat;

/** Whole lives of consents, with a clock that goes as fast as we like. */
@TableTest
class ConsentOverTimeTests {

    @Autowired
    private List<RetentionRule> rules;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private Told told;

    @Autowired
    private SiteProperties site;

    private static String address(String name) {
        return name + "@renewal.example.org";
    }

    private UUID agrees(String name, String... newsletters) {
        return Confirmations.agree(this.beans, address(name), newsletters);
    }

    /** All jobs, until nothing is left to do. */
    private void work() {
        for (RetentionRule rule : this.rules) {
            while (rule.apply(this.clock.instant()) > 0) {
                // Others have left something behind as well.
            }
        }
    }

    private void goTo(Instant time) {
        this.clock.forward(Duration.between(this.clock.instant(), time));
    }

    private Instant before(Instant end, int days) {
        return end.atZone(this.site.zone()).minus(Period.ofDays(days)).toInstant();
    }

    private ConsentGiven given(UUID person) {
        return this.told.about(person, ConsentGiven.class).getLast();
    }

    private List<SubscriptionRequested> renewals(UUID person) {
        return this.told.about(person, SubscriptionRequested.class)
            .stream()
            .filter((request) -> request.method().equals("renewal"))
            .toList();
    }

    private void renews(UUID person) {
        Confirmations.confirm(this.beans, renewals(person).getLast());
    }

    private int live(UUID person) {
        return this.jdbc.sql("SELECT count(*) FROM consent WHERE subscriber_id = :id AND ended_at IS NULL")
            .param("id", person)
            .query(Integer.class)
            .single();
    }

    private List<String> lately(UUID person, int skip) {
        return this.told.about(person).stream().skip(skip).map((event) -> event.getClass().getSimpleName()).toList();
    }

    @Test
    void c26WhatIsRestrictedIsNeitherAskedAboutNorEnded() {
        UUID ada = agrees("restricted", "mayor");
        Instant end = given(ada).validUntil();
        this.jdbc.sql("INSERT INTO restriction (subscriber_id, case_id, since) VALUES (:ada, gen_random_uuid(), now())")
            .param("ada", ada)
            .update();
        goTo(before(end, 20));
        work();
        assertThat(renewals(ada)).isEmpty();
        goTo(end.plus(Duration.ofDays(1)));
        work();
        assertThat(live(ada)).isEqualTo(1);
        this.jdbc.sql("DELETE FROM restriction WHERE subscriber_id = :ada").param("ada", ada).update();
        work();
        assertThat(live(ada)).isZero();
    }

    @Test
    void c28ConsentIsAskedAboutRemindedOfAndRunsOutAndNothingFollows() {
        UUID ada = agrees("ada", "mayor");
        Instant end = given(ada).validUntil();
        assertThat(end).isEqualTo(given(ada).occurredAt().atZone(this.site.zone()).plusMonths(24).toInstant());
        goTo(before(end, 31));
        work();
        assertThat(renewals(ada)).isEmpty();
        goTo(before(end, 30));
        work();
        work();
        assertThat(renewals(ada)).singleElement().satisfies((asked) -> {
            assertThat(asked.newsletters()).extracting(RequestedNewsletter::newsletterId).containsExactly("mayor");
            assertThat(asked.expiresAt()).isEqualTo(end);
            assertThat(this.jdbc.sql("SELECT kind FROM wording WHERE sha256 = :hash")
                .param("hash", asked.confirmationMail())
                .query(String.class)
                .single()).isEqualTo("RENEWAL_MAIL");
        });
        goTo(before(end, 8));
        work();
        assertThat(this.told.about(ada, RenewalReminded.class)).isEmpty();
        goTo(before(end, 7));
        work();
        work();
        assertThat(this.told.about(ada, RenewalReminded.class)).extracting(RenewalReminded::requestId)
            .containsExactly(renewals(ada).getFirst().requestId());
        goTo(end.minusSeconds(60));
        work();
        assertThat(live(ada)).isEqualTo(1);
        goTo(end);
        work();
        assertThat(this.told.about(ada, ConsentExpired.class)).extracting(ConsentExpired::consentId)
            .containsExactly(given(ada).consentId());
        assertThat(this.jdbc.sql("SELECT ended_by FROM consent WHERE id = :id")
            .param("id", given(ada).consentId())
            .query(String.class)
            .single()).isEqualTo("EXPIRED");
        goTo(end.plus(Duration.ofDays(800)));
        work();
        assertThat(lately(ada, 2)).containsExactlyInAnyOrder("SubscriptionRequested", "RenewalReminded",
                "ConsentExpired", "RequestLapsed");
    }

    @Test
    void c28WhoRenewsAgreesFromThenOnGetsAReceiptAndIsAskedInTheNextCycle() {
        UUID ada = agrees("renews", "mayor", "clean-air");
        ConsentGiven first = given(ada);
        goTo(before(first.validUntil(), 30));
        work();
        assertThat(renewals(ada)).singleElement()
            .satisfies((asked) -> assertThat(asked.newsletters()).as("in one letter").hasSize(2));
        goTo(before(first.validUntil(), 20));
        renews(ada);
        renews(ada);
        List<ConsentGiven> given = this.told.about(ada, ConsentGiven.class);
        assertThat(given).hasSize(4);
        ConsentGiven second = given.getLast();
        assertThat(second.requestId()).isEqualTo(renewals(ada).getFirst().requestId());
        assertThat(second.receiptNumber()).isNotEqualTo(first.receiptNumber());
        assertThat(second.receiptConsents()).isEqualTo(2);
        assertThat(second.validUntil())
            .isEqualTo(second.occurredAt().atZone(this.site.zone()).plusMonths(24).toInstant());
        assertThat(live(ada)).isEqualTo(2);
        goTo(first.validUntil().plusSeconds(1));
        work();
        assertThat(this.told.about(ada, RenewalReminded.class)).isEmpty();
        assertThat(this.told.about(ada, ConsentExpired.class)).isEmpty();
        assertThat(this.told.about(ada, RequestLapsed.class)).as("it was answered").isEmpty();
        goTo(before(second.validUntil(), 30));
        work();
        assertThat(renewals(ada)).hasSize(2);
    }

    @Test
    void whatEndsADayApartIsAskedAboutInOneLetter() {
        UUID ada = agrees("apart", "mayor");
        this.clock.forward(Duration.ofHours(20));
        agrees("apart", "clean-air");
        goTo(before(this.told.about(ada, ConsentGiven.class).getFirst().validUntil(), 30));
        work();
        this.clock.forward(Duration.ofDays(2));
        work();
        assertThat(renewals(ada)).singleElement().satisfies((asked) -> {
            assertThat(asked.newsletters()).hasSize(2);
            assertThat(asked.expiresAt()).isEqualTo(given(ada).validUntil());
        });
        goTo(before(given(ada).validUntil(), 7));
        work();
        assertThat(this.told.about(ada, RenewalReminded.class)).hasSize(1);
    }

    @Test
    void c36ARenewalOutlivesTheSevenDaysOfOtherRequests() {
        UUID ada = agrees("lives", "mayor");
        goTo(before(given(ada).validUntil(), 30));
        work();
        this.clock.forward(Duration.ofDays(29));
        work();
        assertThat(this.told.about(ada, RequestLapsed.class)).isEmpty();
        renews(ada);
        assertThat(this.told.about(ada, ConsentGiven.class)).hasSize(2);
    }

    @Test
    void anOutageOfWeeksSendsNothingThatComesTooLate() {
        UUID ada = agrees("outage", "mayor");
        UUID grace = agrees("longer-outage", "mayor");
        goTo(before(given(grace).validUntil(), 5));
        work();
        work();
        assertThat(renewals(ada)).hasSize(1);
        goTo(given(grace).validUntil().minusSeconds(3600));
        work();
        assertThat(this.told.about(ada, RenewalReminded.class)).isEmpty();
        UUID late = agrees("longest-outage", "mayor");
        goTo(given(late).validUntil().plus(Duration.ofDays(21)));
        work();
        assertThat(renewals(late)).isEmpty();
        assertThat(this.told.about(late, ConsentExpired.class)).hasSize(1);
    }

    @Test
    void whoHasStoppedIsNotRemindedAndCanRenewNothing() {
        UUID ada = agrees("stopped", "mayor");
        Instant end = given(ada).validUntil();
        goTo(before(end, 30));
        work();
        Withdrawals.withdraw(this.beans, ada, "mayor", WithdrawnBy.ONE_CLICK);
        renews(ada);
        assertThat(live(ada)).isZero();
        goTo(before(end, 7));
        work();
        assertThat(this.told.about(ada, RenewalReminded.class)).isEmpty();
        goTo(end);
        work();
        assertThat(this.told.about(ada, ConsentExpired.class)).isEmpty();
    }

    @Test
    void whoTakesAWithdrawalBackIsAskedNoSecondTimeAndCanStillRenew() {
        UUID ada = agrees("undo", "mayor");
        Instant end = given(ada).validUntil();
        goTo(before(end, 30));
        work();
        this.clock.forward(Duration.ofDays(3));
        Withdrawals.withdraw(this.beans, ada, "mayor", WithdrawnBy.ONE_CLICK);
        this.clock.forward(Duration.ofDays(3));
        Withdrawals.undo(this.beans, ada, "mayor");
        work();
        assertThat(renewals(ada)).hasSize(1);
        renews(ada);
        assertThat(given(ada).validUntil()).isAfter(end.plus(Duration.ofDays(600)));
    }

    @Test
    void whatWasAgreedToAnewSinceIsNotTouchedByAnOldLetter() {
        UUID ada = agrees("anew", "mayor");
        goTo(before(given(ada).validUntil(), 30));
        work();
        this.clock.forward(Duration.ofDays(1));
        Withdrawals.withdraw(this.beans, ada, "mayor", WithdrawnBy.ONE_CLICK);
        agrees("anew", "mayor");
        ConsentGiven anew = given(ada);
        renews(ada);
        assertThat(given(ada)).isEqualTo(anew);
        this.clock.forward(Duration.ofDays(29));
        work();
        assertThat(live(ada)).isEqualTo(1);
    }

    /**
     * No form is behind a renewal, so it spends nobody's letters and no stranger can end
     * it.
     */
    @Test
    void a01ARenewalSpendsNoLetterAndIsNotDisownedWithAStrangersForm() {
        UUID ada = agrees("budget", "mayor");
        goTo(before(given(ada).validUntil(), 30));
        Forms.send(this.beans, Forms.address(address("budget")), "clean-air");
        SubscriptionRequested strangers = this.told.about(ada, SubscriptionRequested.class).getLast();
        Confirmations.disown(this.beans, strangers);
        work();
        assertThat(renewals(ada)).as("though muted for forms").hasSize(1);
        assertThat(this.jdbc.sql("SELECT count(*) FROM budgeted_letter WHERE sent_at >= :then")
            .param("then", Timestamp.from(renewals(ada).getFirst().occurredAt()))
            .query(Integer.class)
            .single()).isZero();
        Confirmations.disown(this.beans, renewals(ada).getFirst());
        assertThat(this.told.about(ada, RequestDisowned.class)).hasSize(1);
        renews(ada);
        assertThat(this.told.about(ada, ConsentGiven.class)).hasSize(2);
    }

    @Test
    void severalReplicasAskRemindAndEndOnce() throws Exception {
        UUID ada = agrees("replicas", "mayor");
        Instant end = given(ada).validUntil();
        for (Instant time : List.of(before(end, 30), before(end, 7), end)) {
            goTo(time);
            Together.each(List.of(1, 2, 3, 4), (_) -> {
                this.rules.forEach((rule) -> rule.apply(this.clock.instant()));
                return true;
            });
            work();
        }
        assertThat(lately(ada, 2)).containsExactlyInAnyOrder("SubscriptionRequested", "RenewalReminded",
                "ConsentExpired", "RequestLapsed");
    }

    private void publish(String id, String words) {
        this.jdbc.sql("""
                INSERT INTO newsletter (id, name, purpose, sender, sender_address, frequency, direct_marketing,
                    language, position, published_at)
                VALUES (:id, :id, 'A test', 'A test', 'test@news.exford.example.org', 'Never', true, 'en', 100,
                    '2026-01-01T00:00:00Z')
                """).param("id", id).update();
        say(id, "1.0.0", words);
    }

    private String say(String id, String version, String words) {
        return this.jdbc.sql("""
                INSERT INTO wording (sha256, kind, newsletter_id, version, language, text, effective_from, approved_by)
                VALUES (encode(sha256(convert_to(:text, 'UTF8')), 'hex'), 'CONSENT_STATEMENT', :id, :version, 'en',
                    :text, :from, 'dpo')
                RETURNING sha256
                """)
            .param("text", words)
            .param("id", id)
            .param("version", version)
            .param("from", Timestamp.from(this.clock.instant()))
            .query(String.class)
            .single();
    }

    private void changesPurpose(String id) {
        this.jdbc.sql("UPDATE newsletter SET purpose_version = purpose_version + 1 WHERE id = :id")
            .param("id", id)
            .update();
    }

    @Test
    void c29WhoAgreedToTheFormerPurposeIsAskedOnceAndAgreesToTheNewOneOrNot() {
        publish("changing", "I agree to what it was for");
        UUID ada = agrees("says-yes", "changing");
        UUID grace = agrees("says-nothing", "changing", "mayor");
        ConsentGiven before = given(ada);
        this.clock.forward(Duration.ofDays(100));
        String words = say("changing", "2.0.0", "I agree to what it is for now");
        changesPurpose("changing");
        work();
        work();
        assertThat(renewals(ada)).singleElement().satisfies((asked) -> {
            assertThat(asked.newsletters()).containsExactly(new RequestedNewsletter("changing", 2, words));
            assertThat(asked.expiresAt()).isBefore(before.validUntil());
        });
        assertThat(renewals(grace)).singleElement()
            .satisfies((asked) -> assertThat(asked.newsletters()).as("the other one did not change").hasSize(1));
        renews(ada);
        assertThat(given(ada)).satisfies((given) -> {
            assertThat(given.purposeVersion()).isEqualTo(2);
            assertThat(given.statement()).isEqualTo(words);
            assertThat(given.validUntil()).isAfter(before.validUntil());
        });
        assertThat(live(ada)).isEqualTo(1);
        this.clock.forward(Duration.ofDays(60));
        work();
        assertThat(this.told.about(grace, RequestLapsed.class)).hasSize(1);
        this.clock.forward(Duration.ofDays(560));
        work();
        assertThat(this.told.about(grace, ConsentExpired.class)).isEmpty();
        assertThat(renewals(grace)).as("for “changing” once, for “mayor” when that runs out")
            .hasSize(2)
            .last()
            .satisfies((asked) -> assertThat(asked.newsletters()).extracting(RequestedNewsletter::newsletterId)
                .containsExactly("mayor"));
        this.clock.forward(Duration.ofDays(30));
        work();
        assertThat(this.told.about(grace, ConsentExpired.class)).hasSize(2);
        assertThat(this.told.about(grace, ConsentWithdrawn.class)).isEmpty();
    }

    @Test
    void c29ANewWordingForTheSamePurposeAsksNobody() {
        publish("rewording", "I agree to it");
        UUID ada = agrees("reworded", "rewording");
        this.clock.forward(Duration.ofDays(100));
        say("rewording", "1.0.1", "I do agree to it");
        work();
        assertThat(renewals(ada)).isEmpty();
        assertThat(live(ada)).isEqualTo(1);
    }

    @Test
    void aNewsletterThatIsNotPublishedAsksNobodyAndHoldsUpNobody() {
        publish("wordless", "I agree to something");
        UUID grace = agrees("wordless", "wordless");
        UUID ada = agrees("wordful", "mayor");
        this.jdbc.sql("UPDATE newsletter SET published_at = NULL WHERE id = 'wordless'").update();
        goTo(before(given(ada).validUntil(), 30));
        work();
        assertThat(renewals(grace)).isEmpty();
        assertThat(renewals(ada)).hasSize(1);
    }

    @Test
    void c42TheJobsSayWhatIsDueAndSinceWhen() {
        UUID ada = agrees("metrics", "mayor");
        Instant end = given(ada).validUntil();
        work();
        RetentionRule asking = rule("consents-to-renew");
        goTo(before(end, 30));
        work();
        assertThat(asking.due(this.clock.instant())).isZero();
        assertThat(asking.oldest(this.clock.instant())).isEmpty();
        UUID grace = agrees("metrics-too", "mayor");
        Instant later = given(grace).validUntil();
        goTo(before(later, 29));
        assertThat(asking.due(this.clock.instant())).isEqualTo(1);
        assertThat(asking.oldest(this.clock.instant())).contains(before(later, 30));
        assertThat(rule("consents-run-out").due(this.clock.instant())).isEqualTo(1);
        assertThat(rule("consents-run-out").oldest(this.clock.instant())).contains(end);
        assertThat(rule("past-renewals").due(this.clock.instant())).isPositive();
        work();
        for (String name : new String[] { "consents-to-renew", "renewals-to-remind", "changed-purposes",
                "consents-run-out", "past-renewals" }) {
            assertThat(rule(name).due(this.clock.instant())).as(name).isZero();
            assertThat(rule(name).oldest(this.clock.instant())).as(name).isEmpty();
        }
    }

    private RetentionRule rule(String name) {
        return this.rules.stream().filter((rule) -> rule.name().equals(name)).findFirst().orElseThrow();
    }

}
