package newsletter.subscription.consent;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import newsletter.events.ConsentEvent.WithdrawnBy;
import newsletter.subscription.contact.Subscribers;

/** Ends consent, for whoever holds a link that says so. */
@Service
class Withdrawal {

    private final Subscribers subscribers;

    private final Consents consents;

    private final Clock clock;

    Withdrawal(Subscribers subscribers, Consents consents, Clock clock) {
        this.subscribers = subscribers;
        this.consents = consents;
        this.clock = clock;
    }

    /**
     * Ends the consent to one newsletter. Nothing happens if there is none, or nobody.
     */
    @Transactional
    void withdraw(UUID subscriberId, String newsletterId, WithdrawnBy by) {
        // Against a confirmation at the same moment: what is told first must have
        // happened first, or the mailer writes to someone who left.
        if (this.subscribers.lock(subscriberId)) {
            this.consents.of(subscriberId)
                .withdraw(newsletterId, by, this.clock.instant())
                .ifPresent(this.consents::withdraw);
        }
    }

    /** Ends every consent there is, in one go. */
    @Transactional
    void withdrawEverything(UUID subscriberId, WithdrawnBy by) {
        if (this.subscribers.lock(subscriberId)) {
            Agreements agreed = this.consents.of(subscriberId);
            Instant now = this.clock.instant();
            agreed.live()
                .stream()
                .flatMap((consent) -> agreed.withdraw(consent.newsletterId(), by, now).stream())
                .forEach(this.consents::withdraw);
        }
    }

    /** Whether the person gets anything at all. */
    boolean isSubscribed(UUID subscriberId) {
        return !this.consents.of(subscriberId).live().isEmpty();
    }

    boolean isSubscribed(UUID subscriberId, String newsletterId) {
        return this.consents.of(subscriberId).to(newsletterId).isPresent();
    }

}
