package newsletter.subscription.confirmation;

import java.time.Instant;
import java.util.Optional;

import newsletter.events.ConsentEvent.RequestedNewsletter;
import newsletter.subscription.consent.Agreements;
import newsletter.subscription.consent.DeadLink.Reason;
import newsletter.subscription.consent.LiveConsent;
import newsletter.subscription.signup.SubscriptionRequest;

/** A request and what has become of it, as the page shows it. */
record Answer(SubscriptionRequest request, State state, Agreements agreed, Instant now) {

    /** Whether the newsletter is sent on the strength of what was asked for. */
    boolean isTaken(RequestedNewsletter wanted) {
        return this.agreed.cover(wanted.newsletterId(), wanted.purposeVersion(), this.now);
    }

    /** The consent that a renewal is about; empty if that has been ended. */
    Optional<LiveConsent> renewable(RequestedNewsletter wanted) {
        return this.agreed.renewable(wanted.newsletterId(), wanted.purposeVersion(), this.request.expiresAt(),
                this.now);
    }

    /** Why there is nothing to show but that the link is dead, if so. */
    Optional<Reason> dead() {
        return switch (this.state) {
            case OPEN, DISOWNED, OVER -> Optional.empty();
            case CONFIRMED -> this.request.asked().newsletters().stream().anyMatch(this::isTaken) ? Optional.empty()
                    : Optional.of(Reason.ENDED);
            case EXPIRED -> Optional.of(Reason.EXPIRED);
            case OUTDATED -> Optional.of(Reason.OUTDATED);
        };
    }

}
