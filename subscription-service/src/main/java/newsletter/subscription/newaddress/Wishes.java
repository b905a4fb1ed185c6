package newsletter.subscription.newaddress;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

import newsletter.personaldata.EmailAddress;
import newsletter.subscription.contact.LentAddresses;
import newsletter.subscription.contact.Subscribers;
import newsletter.subscription.contact.Subscribers.Known;
import newsletter.subscription.signup.LetterBudgets;
import newsletter.subscription.signup.LetterBudgets.Counted;
import newsletter.subscription.suppression.Suppressions;

/** Takes a wish for another address. */
@Service
class Wishes {

    /** How many letters a subscriber can have sent to other mailboxes in a day. */
    static final int A_DAY = 3;

    /** Counts with the letters that sign-ups make, for the new mailbox. */
    private static final String LETTER = "(change of address)";

    private final Subscribers subscribers;

    private final AddressChanges changes;

    private final LentAddresses addresses;

    private final LetterBudgets budgets;

    private final Suppressions suppressions;

    Wishes(Subscribers subscribers, AddressChanges changes, LentAddresses addresses, LetterBudgets budgets,
            Suppressions suppressions) {
        this.subscribers = subscribers;
        this.changes = changes;
        this.addresses = addresses;
        this.budgets = budgets;
        this.suppressions = suppressions;
    }

    /**
     * Says nothing, because nobody may learn whether the address is known (I-7). For the
     * same reason all of it is written for every address, and taken back before the
     * commit where no letter may come of it.
     */
    @Transactional
    void add(UUID subscriberId, EmailAddress address) {
        TransactionStatus transaction = TransactionAspectSupport.currentTransactionStatus();
        Object before = transaction.createSavepoint();
        if (this.subscribers.known(subscriberId).filter((known) -> write(known, address)).isPresent()) {
            transaction.releaseSavepoint(before);
        }
        else {
            transaction.rollbackToSavepoint(before);
        }
    }

    /** Whether it may stay. To one's own address nothing need be changed. */
    private boolean write(Known known, EmailAddress address) {
        Optional<EmailAddress> present = this.subscribers.address(known.id());
        Counted letter = this.budgets.count(this.subscribers.letterTags(address), LETTER);
        Instant now = letter.at();
        int today = this.changes.countSince(known.id(), now.minus(Duration.ofDays(1)));
        this.changes.open(known.id()).ifPresent((earlier) -> {
            this.changes.lapse(earlier, now);
            this.addresses.takeBack(earlier.contactId());
        });
        Instant until = now.plus(AddressChange.VALIDITY);
        UUID contact = this.addresses.lendAndKeep(address, known.language(), now, until);
        this.changes.add(new AddressChange(UUID.randomUUID(), known.id(), contact, now, until, null, null),
                known.language());
        boolean suppressed = this.suppressions.cover(address, now);
        return !suppressed && letter.allowed() && !address.isRole() && today < A_DAY
                && present.filter(address::equals).isEmpty();
    }

}
