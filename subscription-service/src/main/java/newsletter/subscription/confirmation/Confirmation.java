package newsletter.subscription.confirmation;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import newsletter.personaldata.SignedLinks.Link;
import newsletter.subscription.consent.Agreements;
import newsletter.subscription.consent.Consents;
import newsletter.subscription.consent.ReceiptNumber;
import newsletter.subscription.contact.Subscribers;
import newsletter.subscription.signup.SubscriptionRequest;
import newsletter.subscription.signup.SubscriptionRequests;

/** Makes a request consent, once. */
@Service
class Confirmation {

    private final Subscribers subscribers;

    private final SubscriptionRequests requests;

    private final Consents consents;

    private final TermsInForce terms;

    Confirmation(Subscribers subscribers, SubscriptionRequests requests, Consents consents, TermsInForce terms) {
        this.subscribers = subscribers;
        this.requests = requests;
        this.consents = consents;
        this.terms = terms;
    }

    /** What the link is about. Changes nothing. */
    Optional<Answer> look(Link link) {
        return request(link).map(this::answer);
    }

    /** Confirming again, or twenty times at once, changes nothing more. */
    @Transactional
    Optional<Answer> confirm(Link link) {
        // Locks the subscriber before anything is read that is decided on.
        Optional<String> commitment = this.subscribers.commitment(link.subscriberId());
        Optional<SubscriptionRequest> request = request(link);
        if (commitment.isPresent() && request.isPresent()) {
            this.terms.now()
                .confirm(request.get(), this.consents.of(link.subscriberId()), commitment.get(), ReceiptNumber.random())
                .ifPresent(this::apply);
        }
        return look(link);
    }

    private void apply(Confirmed confirmed) {
        this.requests.confirm(confirmed.request());
        // Before the new ones: only one may be live.
        confirmed.replaced().forEach((consent) -> this.consents.replace(consent, confirmed.at()));
        confirmed.given().forEach(this.consents::give);
    }

    private Optional<SubscriptionRequest> request(Link link) {
        return this.requests.find(UUID.fromString(link.about()), link.subscriberId())
            .map((request) -> request.until(link.expiresAt()));
    }

    private Answer answer(SubscriptionRequest request) {
        Terms now = this.terms.now();
        Agreements agreed = this.consents.of(request.subscriberId());
        return new Answer(request, now.state(request, agreed), agreed, now.now());
    }

}
