package newsletter.subscription.signup;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import newsletter.personaldata.EmailAddress;
import newsletter.subscription.consent.Consents;
import newsletter.subscription.contact.Subscribers;

/** Takes a request: the row, the contact and the events in one transaction. */
@Service
class SignUp {

    private final Subscribers subscribers;

    private final Consents consents;

    private final SubscriptionRequests requests;

    private final Clock clock;

    SignUp(Subscribers subscribers, Consents consents, SubscriptionRequests requests, Clock clock) {
        this.subscribers = subscribers;
        this.consents = consents;
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * Says nothing, because nobody may learn what came of it (I-7). For the same reason
     * the contact is told again when it is known already: the same statements run for
     * every address.
     */
    @Transactional
    void request(EmailAddress address, Asked asked) {
        // The lock that this takes makes the count of letters exact, however many forms
        // arrive at once. The clock is read after it, so that events tell the time in the
        // order in which they are told.
        UUID subscriber = this.subscribers.findOrAdd(address, asked.language());
        Instant now = this.clock.instant();
        SubscriptionRequest
            .decide(this.consents.of(subscriber), this.requests.since(now.minus(SubscriptionRequest.DAY), subscriber),
                    asked, now)
            .ifPresent((request) -> {
                this.subscribers.tellContact(subscriber, now);
                this.requests.add(request);
            });
    }

}
