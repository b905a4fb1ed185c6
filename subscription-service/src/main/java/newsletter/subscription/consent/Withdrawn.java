package newsletter.subscription.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.subscription.catalogue.Newsletter;

/**
 * The consent that a person last gave to a newsletter, and withdrew. Decides whether they
 * can have it back as it was: no more than they had agreed to, and no longer.
 *
 * @param requestId the request that it answered, with the words of that time
 * @param validUntil when it would have run out
 */
record Withdrawn(UUID id, String newsletterId, int purposeVersion, UUID requestId, String statement,
        String privacyNotice, String confirmationMail, String language, Instant validUntil, Instant endedAt) {

    /** As long as a slip is noticed, and no longer. */
    static final Duration UNDO_WITHIN = Duration.ofDays(28);

    /**
     * Nothing after that time, after the consent would have run out, or if the newsletter
     * is no longer what was agreed to.
     * @param published the newsletter as it is now, if it still is
     */
    boolean canBeUndone(Optional<Newsletter> published, Instant now) {
        return now.isBefore(this.endedAt.plus(UNDO_WITHIN)) && now.isBefore(this.validUntil)
                && published.filter((newsletter) -> newsletter.purposeVersion() == this.purposeVersion).isPresent();
    }

    /** A new consent, to the same words and with the same end. */
    ConsentGiven again(UUID subscriberId, String commitment, String receiptNumber, Instant now) {
        return new ConsentGiven(UUID.randomUUID(), subscriberId, now, UUID.randomUUID(), this.newsletterId,
                this.purposeVersion, this.requestId, this.statement, this.privacyNotice, this.confirmationMail,
                this.language, commitment, "undo", this.validUntil, receiptNumber, 1);
    }

}
