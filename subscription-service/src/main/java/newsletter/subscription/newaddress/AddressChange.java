package newsletter.subscription.newaddress;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import newsletter.events.ConsentEvent.AddressChangeRequested;

/**
 * A wish to be reached at another address.
 *
 * @param contactId the id under which the new address is lent; once it has changed, the
 * former one
 * @param outcome absent while it can be confirmed
 * @param mutedUntil how long the new mailbox gets no letter of this kind; absent unless
 * its owner did not want this one
 */
record AddressChange(UUID id, UUID subscriberId, UUID contactId, Instant requestedAt, Instant expiresAt,
        @Nullable Outcome outcome, @Nullable Instant mutedUntil) {

    /** The letter says so too. */
    static final Duration VALIDITY = Duration.ofDays(7);

    /** How it ended. */
    enum Outcome {

        CHANGED, LAPSED, DISOWNED

    }

    /** What can be done about it. */
    enum State {

        OPEN, CHANGED, DISOWNED, OVER

    }

    /** For the holder of a link that ends perhaps earlier. */
    State state(@Nullable Instant linkEnd, Instant now) {
        if (this.outcome == Outcome.CHANGED) {
            return State.CHANGED;
        }
        if (this.outcome == Outcome.DISOWNED) {
            return State.DISOWNED;
        }
        boolean inTime = now.isBefore(this.expiresAt) && (linkEnd == null || now.isBefore(linkEnd));
        return (this.outcome == null && inTime) ? State.OPEN : State.OVER;
    }

    AddressChangeRequested event(String language) {
        return new AddressChangeRequested(UUID.randomUUID(), this.subscriberId, this.requestedAt, this.id,
                this.contactId, language, this.expiresAt);
    }

}
