package newsletter.subscription.confirmation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import newsletter.personaldata.SignedLinks.Link;
import newsletter.subscription.contact.Subscribers;
import newsletter.subscription.signup.LetterBudgets;
import newsletter.subscription.signup.SubscriptionRequest;
import newsletter.subscription.signup.SubscriptionRequests;

/**
 * "This wasn't me": ends what somebody else asked for, and the letters that they can make
 * us send. What the owner agreed to before is not touched.
 */
@Service
class Disowning {

    private final Subscribers subscribers;

    private final SubscriptionRequests requests;

    private final LetterBudgets budgets;

    private final Clock clock;

    Disowning(Subscribers subscribers, SubscriptionRequests requests, LetterBudgets budgets, Clock clock) {
        this.subscribers = subscribers;
        this.requests = requests;
        this.budgets = budgets;
        this.clock = clock;
    }

    /** Nothing happens unless the request can still be confirmed. */
    @Transactional
    void disown(Link link) {
        // Locks the subscriber, against a confirmation at the same moment.
        Optional<List<byte[]>> tags = this.subscribers.letterTags(link.subscriberId());
        Instant now = this.clock.instant();
        if (tags.isPresent()
                && request(link).filter((request) -> request.isOpen(now) && !request.isRenewal()).isPresent()) {
            this.requests.disown(link.subscriberId(), now, this.budgets.mute(tags.get(), now));
        }
    }

    /** Nothing happens unless the request was disowned. */
    @Transactional
    void revoke(Link link) {
        Optional<List<byte[]>> tags = this.subscribers.letterTags(link.subscriberId());
        if (tags.isPresent() && request(link).filter((request) -> request.mutedUntil() != null).isPresent()) {
            this.budgets.unmute(tags.get());
            this.requests.revokeDisowning(link.subscriberId(), this.clock.instant());
        }
    }

    private Optional<SubscriptionRequest> request(Link link) {
        return this.requests.find(UUID.fromString(link.about()), link.subscriberId())
            .map((request) -> request.until(link.expiresAt()));
    }

}
