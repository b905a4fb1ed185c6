package newsletter.subscription.confirmation;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import newsletter.subscription.consent.Agreements;
import newsletter.subscription.consent.Consents;
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

    /** What there is to confirm, for the page with the button. Changes nothing. */
    Optional<Question> question(UUID requestId, UUID subscriberId) {
        return this.requests.find(requestId, subscriberId).map(this::question);
    }

    private Question question(SubscriptionRequest request) {
        return new Question(request, this.terms.now().state(request), this.consents.of(request.subscriberId()));
    }

    /** Pressing the button again, or twenty times at once, changes nothing more. */
    @Transactional
    Optional<Question> confirm(UUID requestId, UUID subscriberId) {
        // Locks the subscriber, hence before anything is read that is decided on.
        Optional<String> commitment = this.subscribers.commitment(subscriberId);
        Optional<SubscriptionRequest> request = this.requests.find(requestId, subscriberId);
        if (commitment.isPresent() && request.isPresent()) {
            Agreements agreed = this.consents.of(subscriberId);
            this.terms.now()
                .confirm(request.get(), agreed, commitment.get(), ReceiptNumber.random())
                .ifPresent(this::apply);
        }
        return question(requestId, subscriberId);
    }

    private void apply(Terms.Confirmed confirmed) {
        this.requests.confirm(confirmed.request());
        confirmed.replaced()
            .forEach((consent) -> this.consents.replace(consent, confirmed.request().requestedAt()));
        confirmed.given().forEach(this.consents::give);
    }

    /** A request and what has become of it. */
    record Question(SubscriptionRequest request, Terms.State state, Agreements agreed) {
    }

}
