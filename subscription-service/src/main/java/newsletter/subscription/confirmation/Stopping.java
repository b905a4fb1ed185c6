package newsletter.subscription.confirmation;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import newsletter.events.ConsentEvent.WithdrawnBy;
import newsletter.personaldata.SignedLinks.Link;
import newsletter.subscription.consent.Agreements;
import newsletter.subscription.consent.Consents;
import newsletter.subscription.contact.Subscribers;
import newsletter.subscription.signup.SubscriptionRequest;
import newsletter.subscription.signup.SubscriptionRequests;

/**
 * The answer to a renewal that says no at once, instead of waiting for the consents to
 * run out. It is a withdrawal like any other, and can be taken back like any other.
 */
@Service
class Stopping {

    private final Subscribers subscribers;

    private final SubscriptionRequests requests;

    private final Consents consents;

    private final TermsInForce terms;

    Stopping(Subscribers subscribers, SubscriptionRequests requests, Consents consents, TermsInForce terms) {
        this.subscribers = subscribers;
        this.requests = requests;
        this.consents = consents;
        this.terms = terms;
    }

    /** Nothing happens unless there is something to renew. */
    @Transactional
    void stop(Link link) {
        // Against a renewal at the same moment.
        if (this.subscribers.lock(link.subscriberId())) {
            request(link).filter(SubscriptionRequest::isRenewal).ifPresent(this::stop);
        }
    }

    private void stop(SubscriptionRequest request) {
        Terms now = this.terms.now();
        Agreements agreed = this.consents.of(request.subscriberId());
        now.stop(request, agreed)
            .stream()
            .flatMap((newsletter) -> agreed.withdraw(newsletter, WithdrawnBy.UNSUBSCRIBE_PAGE, now.now()).stream())
            .forEach(this.consents::withdraw);
    }

    private Optional<SubscriptionRequest> request(Link link) {
        return this.requests.find(UUID.fromString(link.about()), link.subscriberId())
            .map((request) -> request.until(link.expiresAt()));
    }

}
