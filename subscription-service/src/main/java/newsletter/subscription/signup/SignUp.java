package newsletter.subscription.signup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

import newsletter.personaldata.EmailAddress;
import newsletter.subscription.consent.Agreements;
import newsletter.subscription.consent.Consents;
import newsletter.subscription.contact.Subscribers;
import newsletter.subscription.suppression.Suppressions;

/** Takes a request: the row, the contact and the events in one transaction. */
@Service
class SignUp {

    private final Subscribers subscribers;

    private final Consents consents;

    private final SubscriptionRequests requests;

    private final LetterBudgets budgets;

    private final Suppressions suppressions;

    SignUp(Subscribers subscribers, Consents consents, SubscriptionRequests requests, LetterBudgets budgets,
            Suppressions suppressions) {
        this.subscribers = subscribers;
        this.consents = consents;
        this.requests = requests;
        this.budgets = budgets;
        this.suppressions = suppressions;
    }

    /**
     * Says nothing, because nobody may learn what came of it (I-7). For the same reason
     * all of it is written for every address, new, known, muted, flooded or suppressed,
     * and taken back before the commit where no letter may come of it: the same
     * statements run, and the commit waits for the same disk.
     */
    @Transactional
    void request(EmailAddress address, Asked asked) {
        request(address, asked, null);
    }

    /** The same for somebody who did not fill in the form themselves. */
    @Transactional
    void request(EmailAddress address, Asked asked, @Nullable Assistance assistance) {
        TransactionStatus transaction = TransactionAspectSupport.currentTransactionStatus();
        Object before = transaction.createSavepoint();
        if (write(address, asked, assistance)) {
            transaction.releaseSavepoint(before);
        }
        else {
            transaction.rollbackToSavepoint(before);
        }
        // Last, when the subscriber is locked or of no concern: who is erased at this
        // moment has the subscriber locked before the suppression.
        this.suppressions.renewTag(address);
    }

    /** Whether it may stay. */
    private boolean write(EmailAddress address, Asked asked, @Nullable Assistance assistance) {
        UUID subscriber = this.subscribers.findOrAdd(address, asked.language());
        List<byte[]> tags = this.subscribers.letterTags(address);
        LetterBudget budget = this.budgets.findAndLock(tags);
        SubscriptionRequest request = request(this.consents.of(subscriber), asked, assistance, budget.now());
        this.budgets.spend(tags, request);
        this.subscribers.tellContact(subscriber, budget.now());
        this.requests.add(request);
        if (assistance != null) {
            this.requests.addEvidence(assistance.event(request));
        }
        boolean suppressed = this.suppressions.cover(address, budget.now());
        return !suppressed && !address.isRole() && this.budgets.allows(budget, request);
    }

    private static SubscriptionRequest request(Agreements agreed, Asked asked, @Nullable Assistance assistance,
            Instant now) {
        return (assistance == null) ? SubscriptionRequest.of(agreed, asked, now) : SubscriptionRequest.of(agreed, asked,
                assistance.method(), now, now.plus(SubscriptionRequest.VALIDITY));
    }

}
