package newsletter.mailer.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import newsletter.events.DeliveryReport.Outcome;
import newsletter.mailer.TableTest;
import newsletter.mailer.delivery.Claim.Settled;
import newsletter.mailer.delivery.DeliveryQueue.Orphan;
import newsletter.mailer.delivery.DeliveryQueue.Taken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Committed rows and real locks: nothing here runs in one big transaction. */
@TableTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class DeliveryQueueTests {

    @Autowired
    private DeliveryQueue queue;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private final String newsletter = "letter-" + UUID.randomUUID();

    private final UUID edition = UUID.randomUUID();

    private final UUID sender = UUID.randomUUID();

    @BeforeEach
    void aMailing() {
        this.jdbc.sql("""
                INSERT INTO mailing (edition_id, newsletter_id, purpose_version, mail, message_domain)
                VALUES (:edition, :newsletter, 1, '', 'news.example.org')
                """).param("edition", this.edition).param("newsletter", this.newsletter).update();
        keepAlive(this.sender);
    }

    private void keepAlive(UUID id) {
        this.jdbc.sql("INSERT INTO sender (sender_id, held_until) VALUES (:id, now() + interval '1 hour')")
            .param("id", id)
            .update();
    }

    /** Everybody consents to this newsletter; their consents' ids. */
    private List<UUID> people(int count) {
        List<UUID> consents = this.jdbc.sql("""
                INSERT INTO consent (consent_id, subscriber_id, newsletter_id, given_at, purpose_version, request_id,
                    statement, privacy_notice, valid_until, receipt_number)
                SELECT gen_random_uuid(), gen_random_uuid(), :newsletter, now(), 1, gen_random_uuid(), 's', 'p',
                    now() + interval '1 year', 'R'
                FROM generate_series(1, :count)
                RETURNING consent_id
                """).param("newsletter", this.newsletter).param("count", count).query(UUID.class).list();
        this.jdbc.sql("""
                INSERT INTO contact (subscriber_id, address, language, told_at)
                SELECT subscriber_id, 'x', 'en', now() FROM consent WHERE newsletter_id = :newsletter
                ON CONFLICT DO NOTHING
                """).param("newsletter", this.newsletter).update();
        return consents;
    }

    private long plan() {
        return this.queue.plan(this.edition, this.newsletter, 1);
    }

    private List<Taken> take(int limit) {
        return this.queue.take(this.edition, this.sender, UUID.randomUUID(), limit);
    }

    private long rows(String status) {
        return this.jdbc.sql("SELECT count(*) FROM delivery WHERE edition_id = :edition AND status = :status")
            .param("edition", this.edition)
            .param("status", status)
            .query(Long.class)
            .single();
    }

    @Test
    void onePersonGetsOneDeliveryHoweverOftenItIsPlanned() {
        List<UUID> consents = people(3);
        this.jdbc.sql("""
                INSERT INTO consent (consent_id, subscriber_id, newsletter_id, given_at, purpose_version, request_id,
                    statement, privacy_notice, valid_until, receipt_number)
                SELECT gen_random_uuid(), subscriber_id, newsletter_id, now(), 1, request_id, 's', 'p', valid_until,
                    'R'
                FROM consent WHERE consent_id = :consent
                """).param("consent", consents.getFirst()).update();
        assertThat(plan()).isEqualTo(3);
        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(this::plan);
    }

    @Test
    void onlyLiveConsentToThisPurposeOfThisNewsletterIsPlanned() {
        List<UUID> consents = people(6);
        change(consents.get(0), "ended_at = now(), ended_by = gen_random_uuid()");
        change(consents.get(1), "valid_until = now() - interval '1 second'");
        change(consents.get(2), "purpose_version = 2");
        change(consents.get(3), "newsletter_id = 'another'");
        assertThat(plan()).isEqualTo(2);
    }

    /** I-1, I-9: even if the end of the consent has not been read yet. */
    @Test
    void whoIsErasedAfterPlanningIsSuppressedWhenItIsTakenUp() {
        UUID consent = people(2).getFirst();
        plan();
        this.jdbc.sql("""
                UPDATE contact SET address = NULL, language = NULL, erased_at = now()
                WHERE subscriber_id = (SELECT subscriber_id FROM consent WHERE consent_id = :consent)
                """).param("consent", consent).update();
        assertThat(take(10)).filteredOn((row) -> !row.live())
            .singleElement()
            .satisfies((row) -> assertThat(row.address()).isNull());
        assertThat(rows("suppressed")).isEqualTo(1);
        assertThat(rows("claimed")).isEqualTo(1);
    }

    private void change(UUID consent, String what) {
        this.jdbc.sql("UPDATE consent SET " + what + " WHERE consent_id = :consent").param("consent", consent).update();
    }

    /** I-1. */
    @Test
    void aConsentThatEndedAfterPlanningIsSuppressedWhenItIsTakenUp() {
        List<UUID> consents = people(7);
        plan();
        UUID withdrawal = UUID.randomUUID();
        change(consents.get(0), "ended_at = now(), ended_by = '%s'".formatted(withdrawal));
        change(consents.get(1), "valid_until = now() - interval '1 second'");
        change(consents.get(2), "purpose_version = 2");
        change(consents.get(3), "newsletter_id = 'another'");
        change(consents.get(6), "subscriber_id = gen_random_uuid()");
        this.jdbc.sql("""
                UPDATE contact SET address = NULL, language = NULL
                WHERE subscriber_id = (SELECT subscriber_id FROM consent WHERE consent_id = :consent)
                """).param("consent", consents.get(4)).update();
        List<Taken> taken = take(100);
        assertThat(taken).hasSize(7);
        assertThat(taken).filteredOn(Taken::live).extracting(Taken::consentId).containsExactly(consents.get(5));
        assertThat(taken).filteredOn((row) -> !row.live()).allSatisfy((row) -> assertThat(row.address()).isNull());
        assertThat(taken).filteredOn((row) -> row.consentId().equals(consents.get(0)))
            .extracting(Taken::endedBy)
            .containsExactly(withdrawal);
        assertThat(rows("suppressed")).isEqualTo(6);
        assertThat(rows("claimed")).isEqualTo(1);
    }

    private UUID hold(UUID consent, String kind, String until) {
        return this.jdbc.sql("""
                INSERT INTO hold (subscriber_id, kind, until, event_id, told_at)
                SELECT subscriber_id, :kind, %s, gen_random_uuid(), now() FROM consent WHERE consent_id = :consent
                RETURNING event_id
                """.formatted(until)).param("kind", kind).param("consent", consent).query(UUID.class).single();
    }

    /** I-1: the consent lives on, and still nothing is handed over. */
    @Test
    void whoPausedAfterPlanningIsSuppressedWhenTheyAreTakenUp() {
        List<UUID> consents = people(3);
        plan();
        UUID pause = hold(consents.get(0), "paused", "now() + interval '1 hour'");
        hold(consents.get(1), "paused", "now() - interval '1 second'");
        List<Taken> taken = take(100);
        assertThat(taken).filteredOn(Taken::live)
            .extracting(Taken::consentId)
            .containsExactlyInAnyOrder(consents.get(1), consents.get(2));
        assertThat(taken).filteredOn((row) -> !row.live())
            .singleElement()
            .matches((row) -> row.address() == null && pause.equals(row.endedBy()));
    }

    /** What ends one kind of hold does not end another, and a person is one row. */
    @Test
    void whoIsHeldForTwoReasonsIsTakenOnceAndHeldUntilBothAreOver() {
        List<UUID> consents = people(2);
        plan();
        hold(consents.get(0), "paused", "now() + interval '1 hour'");
        hold(consents.get(0), "restricted", "'infinity'");
        hold(consents.get(1), "paused", "now() - interval '1 second'");
        hold(consents.get(1), "restricted", "'infinity'");
        assertThat(take(100)).hasSize(2).noneMatch(Taken::live);
    }

    @Test
    void whoHasPausedIsNotPlanned() {
        List<UUID> consents = people(3);
        hold(consents.get(0), "paused", "now() + interval '1 hour'");
        hold(consents.get(1), "paused", "now()");
        assertThat(plan()).isEqualTo(2);
    }

    /** To withdraw and consent anew is not the consent it was planned under. */
    @Test
    void anotherConsentOfTheSamePersonDoesNotStandIn() {
        List<UUID> consents = people(1);
        plan();
        change(consents.getFirst(), "ended_at = now(), ended_by = gen_random_uuid()");
        this.jdbc.sql("""
                INSERT INTO consent (consent_id, subscriber_id, newsletter_id, given_at, purpose_version, request_id,
                    statement, privacy_notice, valid_until, receipt_number)
                SELECT gen_random_uuid(), subscriber_id, newsletter_id, now(), 1, request_id, 's', 'p', valid_until,
                    'R'
                FROM consent WHERE consent_id = :consent
                """).param("consent", consents.getFirst()).update();
        assertThat(take(10)).singleElement().matches((row) -> !row.live());
    }

    /** Nobody tells the end of a consent that makes way for a later one. */
    @Test
    void aConsentThatMadeWayForALaterOneAfterPlanningIsSuppressed() {
        List<UUID> consents = people(2);
        plan();
        this.jdbc.sql("""
                INSERT INTO consent (consent_id, subscriber_id, newsletter_id, given_at, purpose_version, request_id,
                    statement, privacy_notice, valid_until, receipt_number)
                SELECT gen_random_uuid(), subscriber_id, newsletter_id, now(), 2, request_id, 's', 'p', valid_until,
                    'R'
                FROM consent WHERE consent_id = :consent
                """).param("consent", consents.getFirst()).update();
        assertThat(take(10)).filteredOn(Taken::live).extracting(Taken::consentId).containsExactly(consents.get(1));
    }

    @Test
    void manyWhoTakeAtOnceNeverTakeTheSame() throws InterruptedException, ExecutionException {
        people(600);
        plan();
        Callable<List<UUID>> greedy = () -> {
            List<UUID> mine = new ArrayList<>();
            List<Taken> handful = take(7);
            while (!handful.isEmpty()) {
                handful.forEach((row) -> mine.add(row.deliveryId()));
                handful = take(7);
            }
            return mine;
        };
        List<UUID> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<UUID>> taken : threads
                .invokeAll(List.of(greedy, greedy, greedy, greedy, greedy, greedy))) {
                all.addAll(taken.get());
            }
        }
        assertThat(all).hasSize(600).doesNotHaveDuplicates();
    }

    @Test
    void whatIsInAnothersHandsIsPassedOver() {
        people(4);
        plan();
        new TransactionTemplate(this.transactions).executeWithoutResult((_) -> {
            assertThat(take(3)).hasSize(3);
            try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
                assertThat(other.submit(() -> take(10)).get()).hasSize(1);
            }
            catch (InterruptedException | ExecutionException ex) {
                throw new IllegalStateException(ex);
            }
        });
    }

    @Test
    void whatIsPutOffIsNotTakenBeforeItsTime() {
        people(1);
        plan();
        UUID claim = UUID.randomUUID();
        Taken taken = this.queue.take(this.edition, this.sender, claim, 1).getFirst();
        this.queue.settle(claim, List.of(settled(taken, null, Duration.ofHours(1))));
        assertThat(rows("waiting")).isEqualTo(1);
        assertThat(take(1)).isEmpty();
        this.jdbc.sql("UPDATE delivery SET next_attempt_at = now() WHERE edition_id = :edition")
            .param("edition", this.edition)
            .update();
        assertThat(take(1)).extracting(Taken::attempts).containsExactly(1);
    }

    private static Settled settled(Taken taken, @Nullable Outcome outcome, Duration delay) {
        return new Settled(new Claim(taken.deliveryId(), taken.subscriberId(), taken.consentId(), "AQ==", 0), outcome,
                Instant.now(), "words", delay, 1);
    }

    @Test
    void outcomesAreWrittenDownTogether() {
        people(4);
        plan();
        UUID claim = UUID.randomUUID();
        List<Taken> taken = this.queue.take(this.edition, this.sender, claim, 4);
        assertThat(this.queue.settle(claim,
                List.of(settled(taken.get(0), Outcome.ACCEPTED, Duration.ZERO),
                        settled(taken.get(1), Outcome.REFUSED, Duration.ZERO),
                        settled(taken.get(2), Outcome.UNKNOWN, Duration.ZERO),
                        settled(taken.get(3), null, Duration.ofHours(1)))))
            .hasSize(4);
        assertThat(List.of(rows("accepted"), rows("refused"), rows("unknown"), rows("waiting"))).containsOnly(1L);
        assertThat(this.jdbc.sql("SELECT count(*) FROM delivery WHERE edition_id = :edition AND reply = 'words'")
            .param("edition", this.edition)
            .query(Long.class)
            .single()).as("the words of those that were not accepted").isEqualTo(3);
    }

    @Test
    void whatTheDeadHadInHandIsUnknownAndWhatTheLivingHaveIsNot() {
        people(5);
        plan();
        UUID dead = UUID.randomUUID();
        UUID claimOfTheDead = UUID.randomUUID();
        List<Taken> inDeadHands = this.queue.take(this.edition, dead, claimOfTheDead, 3);
        take(2);
        assertThat(this.queue.editionsOfTheDead()).contains(this.edition);
        assertThat(this.queue.takeFromTheDead(this.edition, 2)).hasSize(2);
        assertThat(this.queue.takeFromTheDead(this.edition, 2)).hasSize(1).extracting(Orphan::deliveryId).isNotEmpty();
        assertThat(this.queue.editionsOfTheDead()).doesNotContain(this.edition);
        assertThat(rows("unknown")).isEqualTo(3);
        assertThat(rows("claimed")).isEqualTo(2);
        assertThat(this.queue.settle(claimOfTheDead,
                inDeadHands.stream().map((row) -> settled(row, Outcome.ACCEPTED, Duration.ZERO)).toList()))
            .as("the dead rises too late")
            .isEmpty();
        assertThat(rows("unknown")).isEqualTo(3);
    }

    @Test
    void aClaimOfWhichNobodyHeardCanBePutBack() {
        people(2);
        plan();
        UUID claim = UUID.randomUUID();
        this.queue.take(this.edition, this.sender, claim, 2);
        this.queue.release(claim);
        assertThat(rows("waiting")).isEqualTo(2);
        assertThat(take(2)).hasSize(2);
    }

}
