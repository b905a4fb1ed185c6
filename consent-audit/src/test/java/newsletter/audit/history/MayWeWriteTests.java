package newsletter.audit.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import newsletter.audit.Told;
import newsletter.audit.history.MayWeWrite.Answer;
import newsletter.audit.history.MayWeWrite.Disowned;
import newsletter.audit.history.MayWeWrite.Erased;
import newsletter.audit.history.MayWeWrite.Expired;
import newsletter.audit.history.MayWeWrite.NeverConfirmed;
import newsletter.audit.history.MayWeWrite.Paused;
import newsletter.audit.history.MayWeWrite.Restricted;
import newsletter.audit.history.MayWeWrite.Withdrawn;
import newsletter.audit.history.MayWeWrite.Yes;
import newsletter.events.ConsentEvent;
import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.ConsentWithdrawn;
import newsletter.events.ConsentEvent.DeliveriesPaused;
import newsletter.events.ConsentEvent.DeliveriesResumed;
import newsletter.events.ConsentEvent.DisowningRevoked;
import newsletter.events.ConsentEvent.ProcessingRestricted;
import newsletter.events.ConsentEvent.RequestDisowned;
import newsletter.events.ConsentEvent.RestrictionLifted;
import newsletter.events.ConsentEvent.SubscriberErased;
import newsletter.events.ConsentEvent.SubscriptionRequested;
import newsletter.events.ConsentEvent.WithdrawnBy;

import static org.assertj.core.api.Assertions.assertThat;

class MayWeWriteTests {

    private static final Instant NOW = Told.ASKED.plusSeconds(20_000);

    private final Told told = new Told();

    private final SubscriptionRequested requested = this.told.requested();

    private final ConsentGiven given = this.told.given();

    private final ConsentWithdrawn withdrawn = this.told.withdrawn();

    @Test
    void notToSomebodyWhoNeverAsked() {
        assertThat(decide(NOW)).isEmpty();
    }

    @Test
    void notBeforeItIsConfirmed() {
        assertThat(decide(NOW, this.requested)).containsExactly(new NeverConfirmed("mayor", this.requested, false));
        assertThat(decide(this.requested.expiresAt(), this.requested))
            .containsExactly(new NeverConfirmed("mayor", this.requested, true));
    }

    @Test
    void notWhileItIsPausedAndAgainWhenThatIsOverOrTakenBack() {
        var paused = new DeliveriesPaused(UUID.randomUUID(), this.told.subscriberId, NOW, NOW.plusSeconds(60));
        var resumed = new DeliveriesResumed(UUID.randomUUID(), this.told.subscriberId, NOW.plusSeconds(10));
        assertThat(decide(NOW, this.requested, this.given, paused))
            .containsExactly(new Paused("mayor", this.given, paused));
        assertThat(decide(NOW.plusSeconds(60), this.requested, this.given, paused))
            .containsExactly(new Yes("mayor", this.given));
        assertThat(decide(NOW, this.requested, this.given, paused, resumed))
            .containsExactly(new Yes("mayor", this.given));
        assertThat(decide(NOW, this.requested, this.given, paused, this.withdrawn))
            .containsExactly(new Withdrawn("mayor", this.given, this.withdrawn));
    }

    @Test
    void notOnceItIsDisowned() {
        UUID request = this.requested.requestId();
        var disowned = new RequestDisowned(UUID.randomUUID(), this.told.subscriberId, NOW, request, NOW);
        assertThat(decide(NOW, this.requested, disowned))
            .containsExactly(new Disowned("mayor", this.requested, disowned));
        var revoked = new DisowningRevoked(UUID.randomUUID(), this.told.subscriberId, NOW, request);
        assertThat(decide(NOW, this.requested, disowned, revoked))
            .containsExactly(new Disowned("mayor", this.requested, disowned));
        assertThat(decide(NOW, this.requested, disowned, this.given)).containsExactly(new Yes("mayor", this.given));
    }

    @Test
    void onceItIsConfirmed() {
        assertThat(decide(NOW, this.requested, this.given)).containsExactly(new Yes("mayor", this.given));
    }

    @Test
    void notOnceItIsWithdrawn() {
        assertThat(decide(NOW, this.requested, this.given, this.withdrawn))
            .containsExactly(new Withdrawn("mayor", this.given, this.withdrawn));
    }

    /** Even if the end of the consent was lost on its way. */
    @Test
    void notOnceTheyAreErased() {
        var erased = new SubscriberErased(UUID.randomUUID(), this.told.subscriberId, NOW, "resident", null, "en");
        assertThat(decide(NOW, this.requested, erased)).containsExactly(new Erased("mayor", erased));
        assertThat(decide(NOW, this.requested, this.given, erased)).containsExactly(new Erased("mayor", erased));
        assertThat(decide(NOW, this.requested, this.given, this.withdrawn, erased))
            .containsExactly(new Withdrawn("mayor", this.given, this.withdrawn));
    }

    @Test
    void c26NotWhileItIsRestrictedWhateverIsReadFirst() {
        var restricted = new ProcessingRestricted(UUID.randomUUID(), this.told.subscriberId, NOW, UUID.randomUUID());
        var lifted = new RestrictionLifted(UUID.randomUUID(), this.told.subscriberId, NOW.plusSeconds(1),
                restricted.caseId());
        assertThat(decide(NOW, this.given, restricted))
            .containsExactly(new Restricted("mayor", this.given, restricted));
        assertThat(decide(NOW, this.given, lifted, restricted)).containsExactly(new Yes("mayor", this.given));
        assertThat(decide(NOW, this.given, this.withdrawn, restricted))
            .containsExactly(new Withdrawn("mayor", this.given, this.withdrawn));
    }

    @Test
    void notOnceItHasExpired() {
        assertThat(decide(this.given.validUntil().minusMillis(1), this.requested, this.given))
            .containsExactly(new Yes("mayor", this.given));
        assertThat(decide(this.given.validUntil(), this.requested, this.given))
            .containsExactly(new Expired("mayor", this.given));
    }

    @Test
    void againOnceItIsConfirmedAgain() {
        ConsentGiven again = consent("mayor", this.given.occurredAt().plusSeconds(15_000));
        assertThat(decide(NOW, this.requested, this.given, this.withdrawn, again))
            .containsExactly(new Yes("mayor", again));
        assertThat(decide(NOW, this.requested, again, this.given, this.withdrawn))
            .containsExactly(new Yes("mayor", again));
    }

    @Test
    void notWhenTheLatestIsWithdrawnAndAnEarlierNever() {
        ConsentGiven again = consent("mayor", this.given.occurredAt().plusSeconds(100));
        ConsentWithdrawn end = withdrawal(again, again.occurredAt().plusSeconds(100));
        assertThat(decide(NOW, this.requested, this.given, again, end))
            .containsExactly(new Withdrawn("mayor", again, end));
        assertThat(decide(NOW, end, again, this.given, this.requested))
            .containsExactly(new Withdrawn("mayor", again, end));
    }

    @Test
    void notWhenTheLatestHasExpiredAndAnEarlierWouldHold() {
        ConsentGiven shorter = consent("mayor", this.given.occurredAt().plusSeconds(100));
        assertThat(shorter.validUntil()).isBefore(this.given.validUntil());
        assertThat(decide(shorter.validUntil(), this.requested, this.given, shorter))
            .containsExactly(new Expired("mayor", shorter));
    }

    @Test
    void stillWhenAReplacedConsentIsWithdrawnLate() {
        ConsentGiven again = consent("mayor", this.given.occurredAt().plusSeconds(100));
        ConsentWithdrawn late = withdrawal(this.given, again.occurredAt().plusSeconds(100));
        assertThat(decide(NOW, this.requested, this.given, again, late)).containsExactly(new Yes("mayor", again));
    }

    @Test
    void ofTwoAtOnceTheOneToldLaterCounts() {
        ConsentGiven again = consent("mayor", this.given.occurredAt());
        assertThat(decide(NOW, this.given, again)).containsExactly(new Yes("mayor", again));
    }

    @Test
    void withdrawingAnotherConsentWithdrawsNothing() {
        ConsentWithdrawn other = new Told().withdrawn();
        assertThat(decide(NOW, this.requested, this.given, other)).containsExactly(new Yes("mayor", this.given));
    }

    @Test
    void eachNewsletterIsAnsweredForItself() {
        ConsentGiven roads = consent("roads", this.given.occurredAt());
        assertThat(decide(NOW, this.requested, this.given, roads, this.withdrawn))
            .containsExactly(new Withdrawn("mayor", this.given, this.withdrawn), new Yes("roads", roads));
    }

    private static ConsentWithdrawn withdrawal(ConsentGiven consent, Instant at) {
        return new ConsentWithdrawn(UUID.randomUUID(), consent.subscriberId(), at, consent.consentId(),
                consent.newsletterId(), WithdrawnBy.UNSUBSCRIBE_PAGE);
    }

    private static List<Answer> decide(Instant now, ConsentEvent... history) {
        return MayWeWrite.decide(List.of(history), now);
    }

    private ConsentGiven consent(String newsletter, Instant at) {
        return new ConsentGiven(UUID.randomUUID(), this.told.subscriberId, at, UUID.randomUUID(), newsletter, 1,
                UUID.randomUUID(), this.given.statement(), this.given.privacyNotice(), this.given.confirmationMail(),
                "en-GB", this.given.addressCommitment(), "button", at.plusSeconds(1_000_000), "R-2", 1);
    }

}
