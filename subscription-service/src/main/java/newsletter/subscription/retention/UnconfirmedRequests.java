package newsletter.subscription.retention;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import newsletter.subscription.contact.Subscribers;
import newsletter.subscription.signup.SubscriptionRequests;

/**
 * What nobody confirmed is gone when it no longer can be, and with it the address, unless
 * something else needs it (C-36).
 */
@Service
class UnconfirmedRequests implements RetentionRule {

    private static final int BATCH = 100;

    private final SubscriptionRequests requests;

    private final Subscribers subscribers;

    private final TransactionTemplate transaction;

    UnconfirmedRequests(SubscriptionRequests requests, Subscribers subscribers, TransactionTemplate transaction) {
        this.requests = requests;
        this.subscribers = subscribers;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "unconfirmed-requests";
    }

    @Override
    public long due(Instant now) {
        return this.requests.countUnconfirmed(now);
    }

    @Override
    public Optional<Instant> oldest(Instant now) {
        return this.requests.oldestUnconfirmed(now);
    }

    @Override
    public int apply(Instant now) {
        List<UUID> people = this.requests.withUnconfirmed(now, BATCH);
        return people.stream()
            .distinct()
            .mapToInt((person) -> Objects.requireNonNull(this.transaction.execute((_) -> lapse(person, now))))
            .sum();
    }

    private int lapse(UUID subscriber, Instant now) {
        // Against a confirmation or a new request at the same moment, and against another
        // replica, which may have been quicker.
        if (!this.subscribers.lock(subscriber)) {
            return 0;
        }
        int lapsed = this.requests.lapse(subscriber, now);
        // Who ever consented has the request that the consent answers.
        if (!this.requests.hasAny(subscriber)) {
            this.subscribers.forget(subscriber);
        }
        return lapsed;
    }

}
