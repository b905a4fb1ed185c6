package newsletter.subscription.consent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import newsletter.events.ConsentEvent.ConsentWithdrawn;
import newsletter.events.ConsentEvent.WithdrawnBy;

/** All that one subscriber has agreed to. To decide on it, hold the subscriber's lock. */
public record Agreements(UUID subscriberId, List<LiveConsent> live) {

    /** The consent to this newsletter that nobody has ended, if there is one. */
    public Optional<LiveConsent> to(String newsletterId) {
        return this.live.stream().filter((consent) -> consent.newsletterId().equals(newsletterId)).findFirst();
    }

    /** Whether this newsletter may be sent for this purpose now. */
    public boolean cover(String newsletterId, int purposeVersion, Instant now) {
        return to(newsletterId).filter((consent) -> consent.covers(purposeVersion, now)).isPresent();
    }

    /**
     * What a renewal replaces: a consent that runs out with the renewal, or is to another
     * purpose. One that goes on longer was given since, and stays as it is.
     * @param end until when the renewal can be confirmed
     */
    public Optional<LiveConsent> renewable(String newsletterId, int purposeVersion, Instant end, Instant now) {
        return to(newsletterId).filter((consent) -> !consent.covers(purposeVersion, now) || !consent.outlives(end));
    }

    /** Nothing, if there is nothing to withdraw: repeating is harmless. */
    public Optional<ConsentWithdrawn> withdraw(String newsletterId, WithdrawnBy by, Instant now) {
        return to(newsletterId).map((consent) -> new ConsentWithdrawn(UUID.randomUUID(), this.subscriberId, now,
                consent.id(), newsletterId, by));
    }

}
