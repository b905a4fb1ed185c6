package newsletter.subscription.receipt;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import newsletter.subscription.catalogue.Wording;

/**
 * What one person agreed to with one press of the button. Nothing in it changes later but
 * whether the consents have ended.
 *
 * @param method how it was asked, such as {@code web-form}
 * @param requestedAt when somebody asked
 * @param confirmedAt when the owner of the mailbox pressed the button
 */
record Receipt(String number, UUID subscriberId, String method, Instant requestedAt, Instant confirmedAt,
        String language, Wording privacyNotice, Wording confirmationMail, List<Item> items) {

    /**
     * One consent.
     *
     * @param newsletter the name of the newsletter
     * @param endedAt absent if nobody has ended it, though it may have run out
     */
    record Item(UUID consentId, String newsletterId, String newsletter, int purposeVersion, String lawfulBasis,
            boolean directMarketing, Wording statement, Instant givenAt, Instant validUntil,
            @Nullable Instant endedAt) {

        State state(Instant now) {
            if (this.endedAt != null) {
                return State.ENDED;
            }
            return now.isBefore(this.validUntil) ? State.LIVE : State.EXPIRED;
        }

    }

    /** What has become of a consent. A receipt for it is good in any of them. */
    enum State {

        LIVE, EXPIRED, ENDED

    }

}
