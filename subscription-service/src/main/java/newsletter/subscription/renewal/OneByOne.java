package newsletter.subscription.renewal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import newsletter.subscription.contact.Subscribers;
import newsletter.subscription.contact.Subscribers.Known;

/**
 * Takes people one at a time, each in a transaction of their own. Several replicas may be
 * at it at once: whom another has in hand is passed over, and what is to be done is
 * decided under the lock, against a button that is pressed meanwhile.
 */
@Service
class OneByOne {

    private final Subscribers subscribers;

    private final Renewals renewals;

    private final TransactionTemplate transaction;

    private final Clock clock;

    OneByOne(Subscribers subscribers, Renewals renewals, TransactionTemplate transaction, Clock clock) {
        this.subscribers = subscribers;
        this.renewals = renewals;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What is done for one person, and about how many consents. */
    interface Work {

        int on(Known person, List<Running> consents, Instant now);

    }

    int each(List<UUID> people, Work work) {
        return people.stream()
            .mapToInt((person) -> Objects.requireNonNull(this.transaction.execute((_) -> take(person, work))))
            .sum();
    }

    /**
     * The clock is read under the lock, so that events tell the time in the order in
     * which they are told.
     */
    private int take(UUID person, Work work) {
        return this.subscribers.lockUnlessBusy(person)
            .map((known) -> work.on(known, this.renewals.of(person), this.clock.instant()))
            .orElse(0);
    }

}
