package newsletter.subscription.rights;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import newsletter.events.ConsentEvent;
import newsletter.events.ConsentEvent.RestrictionLifted;
import newsletter.events.ConsentEvent.Right;
import newsletter.events.ConsentEvent.RightsRequestAcknowledged;
import newsletter.events.ConsentEvent.RightsRequestClosed;
import newsletter.events.ConsentEvent.RightsRequestReceived;
import newsletter.events.EventJson;
import newsletter.outbox.Outbox;
import newsletter.personaldata.AddressTags;
import newsletter.personaldata.EmailAddress;
import newsletter.subscription.contact.Subscribers;

/**
 * What officers do with cases. Each is one transaction under the lock on the person:
 * twice, or two officers at once, is once.
 */
@Service
@Transactional
class CaseWork {

    private static final int CLOSED_ON_BOARD = 50;

    private final Subscribers subscribers;

    private final AddressTags tags;

    private final Cases cases;

    private final Restrictions restrictions;

    private final Outbox outbox;

    private final Clock clock;

    CaseWork(Subscribers subscribers, AddressTags tags, Cases cases, Restrictions restrictions, Outbox outbox,
            Clock clock) {
        this.subscribers = subscribers;
        this.tags = tags;
        this.cases = cases;
        this.restrictions = restrictions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What is overdue first, then what is due soonest, then what no clock runs for. */
    @Transactional(readOnly = true)
    List<Case> board() {
        return this.cases.board(CLOSED_ON_BOARD)
            .stream()
            .sorted(Comparator.comparing((Case one) -> !one.isOpen())
                .thenComparing((one) -> !one.isTimed())
                .thenComparing(Case::dueAt))
            .toList();
    }

    @Transactional(readOnly = true)
    Optional<Case> find(UUID caseId) {
        return this.cases.find(caseId);
    }

    /**
     * Opens a case for somebody who wrote or called, and has no link at hand.
     * @return empty if nobody with this address is known
     */
    Optional<Case> record(EmailAddress address, Right right) {
        return this.tags.tags(address)
            .stream()
            .flatMap((tag) -> this.subscribers.find(tag).stream())
            .findFirst()
            .map((known) -> {
                Case one = Case.received(UUID.randomUUID(), known.id(), right, this.clock.instant());
                this.cases.add(one, null);
                tell(new RightsRequestReceived(UUID.randomUUID(), known.id(), one.receivedAt(), one.caseId(), right,
                        one.dueAt()));
                return one;
            });
    }

    void acknowledge(UUID caseId, String officer) {
        change(caseId, Case::acknowledge).ifPresent((one) -> tell(new RightsRequestAcknowledged(UUID.randomUUID(),
                one.subscriberId(), this.clock.instant(), caseId, officer)));
    }

    /** Keeps why; nobody else needs to know. */
    void extend(UUID caseId, String reason) {
        change(caseId, (one, _) -> one.extend(reason));
    }

    void stopClock(UUID caseId, String reason) {
        change(caseId, (one, now) -> one.stop(reason, now));
    }

    void resumeClock(UUID caseId) {
        change(caseId, Case::resume);
    }

    /** A restriction that is upheld stays; one that is not ends with its case. */
    void close(UUID caseId, String outcome, String officer) {
        change(caseId, (one, now) -> one.close(outcome, now)).ifPresent((one) -> {
            if (one.kind() == Right.RESTRICTION && !outcome.equals("fulfilled")) {
                lift(one);
            }
            tell(new RightsRequestClosed(UUID.randomUUID(), one.subscriberId(), this.clock.instant(), caseId, officer,
                    outcome));
        });
    }

    /** Ends a restriction, which the person was told before (GDPR, Article 18 (3)). */
    void lift(UUID caseId) {
        this.cases.find(caseId)
            .filter((one) -> one.kind() == Right.RESTRICTION && this.subscribers.lock(one.subscriberId()))
            .ifPresent(this::lift);
    }

    private void lift(Case one) {
        this.restrictions
            .lift(new RestrictionLifted(UUID.randomUUID(), one.subscriberId(), this.clock.instant(), one.caseId()));
    }

    /** Empty if there is nothing to change any more. */
    private Optional<Case> change(UUID caseId, BiFunction<Case, Instant, Optional<Case>> decision) {
        // Locks the person, if they are not erased, so that events are told in order.
        this.cases.find(caseId).ifPresent((one) -> this.subscribers.lock(one.subscriberId()));
        Optional<Case> changed = this.cases.findAndLock(caseId)
            .flatMap((one) -> decision.apply(one, this.clock.instant()));
        changed.ifPresent(this.cases::update);
        return changed;
    }

    private void tell(ConsentEvent event) {
        this.outbox.append(event.topic(), event.key(), EventJson.write(event));
    }

}
