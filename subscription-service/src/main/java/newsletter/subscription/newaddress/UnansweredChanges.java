package newsletter.subscription.newaddress;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import newsletter.subscription.contact.LentAddresses;
import newsletter.subscription.contact.Subscribers;

/** Changes of address that nobody confirmed in time, to be ended. */
@Service
public class UnansweredChanges {

    private static final int BATCH = 100;

    private final Subscribers subscribers;

    private final AddressChanges changes;

    private final LentAddresses addresses;

    private final TransactionTemplate transaction;

    UnansweredChanges(Subscribers subscribers, AddressChanges changes, LentAddresses addresses,
            TransactionTemplate transaction) {
        this.subscribers = subscribers;
        this.changes = changes;
        this.addresses = addresses;
        this.transaction = transaction;
    }

    public long count(Instant now) {
        return this.changes.countOver(now);
    }

    /** Since when the oldest. */
    public Optional<Instant> oldest(Instant now) {
        return this.changes.over(now, 1).stream().findFirst().map(AddressChange::expiresAt);
    }

    /**
     * Ends some of them, and the new address is deleted.
     * @return how many
     */
    public int end(Instant now) {
        List<AddressChange> over = this.changes.over(now, BATCH);
        return over.stream()
            .mapToInt((change) -> Objects.requireNonNull(this.transaction.execute((_) -> end(change, now))))
            .sum();
    }

    private int end(AddressChange change, Instant now) {
        // Against another replica, which may have been quicker.
        if (!this.subscribers.lock(change.subscriberId())
                || this.changes.open(change.subscriberId()).filter(change::equals).isEmpty()) {
            return 0;
        }
        this.changes.lapse(change, now);
        this.addresses.takeBack(change.contactId());
        return 1;
    }

}
