package newsletter.subscription.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import newsletter.events.ConsentEvent;
import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.EvidenceRecorded;
import newsletter.events.ConsentEvent.SubscriptionRequested;
import newsletter.events.ConsentEvent.WithdrawnBy;
import newsletter.events.SubscriberContact;
import newsletter.events.Topics;
import newsletter.personaldata.AddressTags;
import newsletter.subscription.TableTest;
import newsletter.subscription.TestClock;
import newsletter.subscription.Together;
import newsletter.subscription.Told;
import newsletter.subscription.confirmation.Confirmations;
import newsletter.subscription.consent.Withdrawals;
import newsletter.subscription.imports.Import.State;
import newsletter.subscription.signup.Forms;
import newsletter.subscription.suppression.SuppressionReason;
import newsletter.subscription.suppression.Suppressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/** C-16. */
@TableTest
class ImportTests {

    private static final String AGREED = "2026-06-13";

    @Autowired
    private ImportDesk desk;

    @Autowired
    private ImportBatch batch;

    @Autowired
    private Imports imports;

    @Autowired
    private ImportRows rows;

    @Autowired
    private AddressTags tags;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private Suppressions suppressions;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Told told;

    private static FileLine proved(int number, String name, String newsletter) {
        return new FileLine(number, address(name), newsletter, "en", "1.0.0", AGREED, "fair-2", "BOX-" + number);
    }

    private static FileLine unproved(int number, String name, String newsletter) {
        return new FileLine(number, address(name), newsletter, "", "", "", "", "");
    }

    private static String address(String name) {
        return name + "@import.example.org";
    }

    private UUID bring(FileLine... lines) {
        UUID id = this.desk.bring("The summer fair", List.of(lines), "en", "editor");
        workOff(id);
        return id;
    }

    private void workOff(UUID id) {
        while (this.batch.next(id)) {
            assertThat(this.imports.find(id)).isPresent();
        }
    }

    private UUID does(FileLine... lines) {
        UUID id = bring(lines);
        assertThat(this.desk.approve(id, "dpo")).isTrue();
        workOff(id);
        return id;
    }

    private UUID subscriber(String name) {
        return this.jdbc.sql("SELECT id FROM subscriber WHERE tag = :tag")
            .param("tag", this.tags.tag(Forms.address(address(name))))
            .query(UUID.class)
            .single();
    }

    private boolean isKnown(String name) {
        return this.jdbc.sql("SELECT EXISTS (SELECT FROM subscriber WHERE tag = :tag)")
            .param("tag", this.tags.tag(Forms.address(address(name))))
            .query(Boolean.class)
            .single();
    }

    private State state(UUID id) {
        return this.imports.find(id).orElseThrow().state();
    }

    @Test
    void aLineWithEvidenceIsAConsentOfThatDayToThoseWords() {
        UUID id = does(proved(2, "ada", "mayor"));
        UUID ada = subscriber("ada");
        List<ConsentEvent> events = this.told.about(ada);
        assertThat(events).hasSize(3);
        var requested = (SubscriptionRequested) events.getFirst();
        var evidence = (EvidenceRecorded) events.get(1);
        var given = (ConsentGiven) events.getLast();
        assertThat(requested.method()).isEqualTo("import");
        assertThat(evidence.requestId()).isEqualTo(requested.requestId()).isEqualTo(given.requestId());
        assertThat(evidence.collectedAt()).isEqualTo(Instant.parse("2026-06-13T00:00:00Z"));
        assertThat(evidence.collector()).isEqualTo("editor");
        assertThat(List.of(evidence.script(), evidence.evidence())).containsExactly("fair-2", "BOX-2");
        assertThat(given.confirmedBy()).isEqualTo("evidence");
        assertThat(given.validUntil()).isEqualTo(Instant.parse("2028-06-13T00:00:00Z"));
        assertThat(given.statement()).isEqualTo(this.jdbc
            .sql("SELECT sha256 FROM wording WHERE newsletter_id = 'mayor' AND version = '1.0.0' AND language = 'en'")
            .query(String.class)
            .single());
        assertThat(this.told.on(Topics.SUBSCRIBER_CONTACTS, ada, SubscriberContact.class)).hasSize(1);
        assertThat(this.rows.outcomes(id)).isEqualTo(Map.of(Outcome.SUBSCRIBED, 1));
        assertThat(state(id)).isEqualTo(State.DONE);
    }

    @Test
    void aLineWithoutEvidenceIsOneLetterThatAsksAndNoConsent() {
        does(unproved(2, "bob", "mayor"), unproved(3, "bob", "clean-air"));
        List<ConsentEvent> events = this.told.about(subscriber("bob"));
        assertThat(events).singleElement().isInstanceOfSatisfying(SubscriptionRequested.class, (requested) -> {
            assertThat(requested.method()).isEqualTo("permission-request");
            assertThat(requested.newsletters()).hasSize(2);
        });
        Confirmations.confirm(this.beans, (SubscriptionRequested) events.getFirst());
        assertThat(this.told.about(subscriber("bob"), ConsentGiven.class)).hasSize(2);
    }

    @Test
    void nothingComesOfAFileBeforeAnOfficerHasAgreedWhoDidNotBringIt() {
        UUID id = bring(proved(2, "carol", "mayor"), unproved(3, "carol", "clean-air"));
        assertThat(state(id)).isEqualTo(State.CHECKED);
        assertThat(this.rows.expected(id)).isEqualTo(Map.of(Outcome.SUBSCRIBED, 1, Outcome.ASKED, 1));
        assertThat(isKnown("carol")).isFalse();
        assertThat(this.desk.approve(id, "editor")).isFalse();
        assertThat(state(id)).isEqualTo(State.CHECKED);
        assertThatException().isThrownBy(() -> this.imports.decide(id, State.APPROVED, "editor", Instant.now()))
            .withMessageContaining("check");
        assertThat(this.desk.approve(id, "dpo")).isTrue();
        assertThat(this.desk.approve(id, "dpo")).isFalse();
        assertThat(this.desk.discard(id, "dpo")).isFalse();
    }

    @Test
    void whoHasLeftNeverComesBack() {
        UUID dora = Confirmations.agree(this.beans, address("dora"), "mayor");
        Withdrawals.withdraw(this.beans, dora, "mayor", WithdrawnBy.ONE_CLICK);
        int before = this.told.about(dora).size();
        UUID id = does(proved(2, "dora", "mayor"), unproved(3, "Dora", "mayor"));
        assertThat(this.rows.outcomes(id)).isEqualTo(Map.of(Outcome.WITHDRAWN, 1, Outcome.TWICE, 1));
        assertThat(this.told.about(dora)).hasSize(before);
    }

    @Test
    void whoLeavesWhileItWaitsForAnOfficerStaysAway() {
        UUID erin = Confirmations.agree(this.beans, address("erin"), "mayor");
        UUID id = bring(proved(2, "erin", "mayor"), proved(3, "erin", "clean-air"));
        assertThat(this.rows.expected(id)).isEqualTo(Map.of(Outcome.KNOWN, 1, Outcome.SUBSCRIBED, 1));
        Withdrawals.withdraw(this.beans, erin, "mayor", WithdrawnBy.UNSUBSCRIBE_PAGE);
        this.desk.approve(id, "dpo");
        workOff(id);
        assertThat(this.rows.outcomes(id)).isEqualTo(Map.of(Outcome.WITHDRAWN, 1, Outcome.SUBSCRIBED, 1));
    }

    @Test
    void whoSaidThisWasNotMeIsNotAsked() {
        Forms.send(this.beans, Forms.address(address("fay")), "mayor");
        Confirmations.disown(this.beans, this.told.about(subscriber("fay"), SubscriptionRequested.class).getFirst());
        UUID id = does(unproved(2, "fay", "clean-air"));
        assertThat(this.rows.outcomes(id)).isEqualTo(Map.of(Outcome.SUPPRESSED, 1));
    }

    @Test
    void c25WhoIsSuppressedNeverComesBackWhateverTheEvidence() {
        UUID gail = Confirmations.agree(this.beans, address("gail"), "libraries");
        this.transaction.executeWithoutResult((_) -> this.suppressions.add(Forms.address(address("gail")), gail,
                SuppressionReason.OBJECTION, this.clock.instant()));
        UUID id = does(proved(2, "gail", "mayor"), unproved(3, "gail", "clean-air"));
        assertThat(this.rows.outcomes(id)).isEqualTo(Map.of(Outcome.SUPPRESSED, 2));
    }

    @Test
    void nobodyIsAskedTwiceWhoeverBringsTheAddressAgain() {
        does(unproved(2, "gus", "mayor"));
        this.clock.forward(Duration.ofDays(8));
        UUID again = does(unproved(2, "GUS", "mayor"));
        assertThat(this.rows.outcomes(again)).isEqualTo(Map.of(Outcome.ASKED_BEFORE, 1));
    }

    @Test
    void aLineThatIsWrongIsTold() {
        UUID id = bring(new FileLine(2, "no address", "mayor", "en", "", "", "", ""),
                new FileLine(3, "postmaster@import.example.org", "mayor", "en", "", "", "", ""),
                unproved(4, "hal", "gazette"),
                new FileLine(5, address("hal"), "mayor", "tlh", "1.0.0", AGREED, "fair-2", "BOX-1"));
        assertThat(this.rows.expected(id)).isEqualTo(
                Map.of(Outcome.NO_ADDRESS, 1, Outcome.ROLE, 1, Outcome.NO_NEWSLETTER, 1, Outcome.NO_LANGUAGE, 1));
        assertThat(this.rows.lines(id, Outcome.ROLE, 10)).containsExactly(3);
    }

    @Test
    void evidenceOfWordsThatWereNotShownYetIsNone() {
        UUID id = bring(new FileLine(2, address("ida"), "mayor", "en", "1.0.0", "2026-01-04", "fair-2", "BOX-1"),
                new FileLine(3, address("ina"), "mayor", "en", "9.0.0", AGREED, "fair-2", "BOX-1"),
                new FileLine(4, address("ira"), "mayor", "en", "1.0.0", "2999-01-01", "fair-2", "BOX-1"));
        assertThat(this.rows.expected(id)).isEqualTo(Map.of(Outcome.ASKED, 3));
    }

    @Test
    void aBatchThatIsCutOffIsDoneAgainAndNothingTwice() {
        FileLine[] lines = IntStream.range(0, 2 * ImportBatch.PEOPLE)
            .mapToObj((i) -> proved(i + 2, "cut" + i, "mayor"))
            .toArray(FileLine[]::new);
        UUID id = bring(lines);
        this.desk.approve(id, "dpo");
        this.batch.next(id);
        this.transaction.executeWithoutResult((cut) -> {
            this.batch.next(id);
            cut.setRollbackOnly();
        });
        assertThat(this.rows.outcomes(id)).isEqualTo(Map.of(Outcome.SUBSCRIBED, ImportBatch.PEOPLE));
        workOff(id);
        assertThat(this.rows.outcomes(id)).isEqualTo(Map.of(Outcome.SUBSCRIBED, lines.length));
        var consents = new ArrayList<ConsentGiven>();
        for (int i = 0; i < lines.length; i += 97) {
            consents.addAll(this.told.about(subscriber("cut" + i), ConsentGiven.class));
        }
        assertThat(consents).hasSize((lines.length + 96) / 97);
    }

    @Test
    void severalReplicasDoNothingTwice() throws Exception {
        FileLine[] lines = IntStream.range(0, 200)
            .mapToObj((i) -> proved(i + 2, "rep" + i, "mayor"))
            .toArray(FileLine[]::new);
        UUID id = bring(lines);
        this.desk.approve(id, "dpo");
        Together.at(4, () -> this.batch.next(id));
        workOff(id);
        assertThat(this.rows.outcomes(id)).isEqualTo(Map.of(Outcome.SUBSCRIBED, 200));
        assertThat(this.told.about(subscriber("rep7"))).hasSize(3);
    }

    @Test
    void i09WhenItIsOverNoAddressIsLeftInIt() {
        UUID done = does(proved(2, "jim", "mayor"));
        UUID discarded = bring(proved(2, "joy", "mayor"));
        assertThat(this.desk.discard(discarded, "editor")).isTrue();
        assertThat(this.jdbc.sql("""
                SELECT count(*) FROM import_row
                WHERE import_id IN (:ids) AND (tag IS NOT NULL OR address IS NOT NULL OR salt IS NOT NULL)
                """).param("ids", List.of(done, discarded)).query(Long.class).single()).isZero();
        assertThat(isKnown("joy")).isFalse();
    }

}
