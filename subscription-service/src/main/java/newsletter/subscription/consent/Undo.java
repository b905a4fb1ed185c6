package newsletter.subscription.consent;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import newsletter.subscription.catalogue.Catalogue;
import newsletter.subscription.contact.Subscribers;

/**
 * Takes back a withdrawal: a slip of a finger, or a mail scanner that presses buttons
 * . The withdrawal stays on record, and what follows it is a new consent.
 */
@Service
class Undo {

    private final Subscribers subscribers;

    private final Consents consents;

    private final Catalogue catalogue;

    private final Clock clock;

    Undo(Subscribers subscribers, Consents consents, Catalogue catalogue, Clock clock) {
        this.subscribers = subscribers;
        this.consents = consents;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** What can be taken back now; empty if nothing. */
    Optional<Withdrawn> offer(UUID subscriberId, String newsletterId) {
        Instant now = this.clock.instant();
        if (this.subscribers.isErased(subscriberId)) {
            return Optional.empty();
        }
        return this.consents.lastWithdrawn(subscriberId, newsletterId)
            .filter((withdrawn) -> withdrawn.canBeUndone(this.catalogue.published()
                .stream()
                .filter((newsletter) -> newsletter.id().equals(newsletterId))
                .findFirst(), now))
            // The link may be in a mailbox that was theirs once.
            .filter((withdrawn) -> !this.subscribers.hasMovedSince(subscriberId, withdrawn.endedAt()));
    }

    /** Pressing twice, or twenty times at once, changes nothing more. */
    @Transactional
    void undo(UUID subscriberId, String newsletterId) {
        // Locks the subscriber before anything is read that is decided on.
        Optional<String> commitment = this.subscribers.commitment(subscriberId);
        Optional<Withdrawn> withdrawn = offer(subscriberId, newsletterId);
        if (commitment.isPresent() && withdrawn.isPresent()) {
            this.consents.give(withdrawn.get()
                .again(subscriberId, commitment.get(), ReceiptNumber.random(), this.clock.instant()));
        }
    }

}
