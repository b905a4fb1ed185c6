package newsletter.subscription.signup;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import newsletter.events.ConsentEvent.SubscriptionRequested;
import newsletter.subscription.consent.Agreements;

/**
 * Somebody asked for newsletters with this subscriber's address.
 *
 * @param method how it was asked, as in {@link SubscriptionRequested}
 * @param addsNothing whether all of it was consented to already
 * @param confirmedAt absent until the mailbox's owner pressed the button
 * @param receiptNumber absent if that changed nothing
 * @param disownedAt absent unless the mailbox's owner said that they had not asked
 * @param mutedUntil how long they get no letter of this kind; absent once they want them
 * again
 */
public record SubscriptionRequest(UUID id, UUID subscriberId, Instant requestedAt, Instant expiresAt, Asked asked,
        String method, boolean addsNothing, @Nullable Instant confirmedAt, @Nullable String receiptNumber,
        @Nullable Instant disownedAt, @Nullable Instant mutedUntil) {

    /** The letter's wording says so too. */
    public static final Duration VALIDITY = Duration.ofDays(7);

    /** How the city asks whose consent runs out, or no longer covers what it sends. */
    public static final String RENEWAL = "renewal";

    /** How the city asks who is on a list for which it has no evidence (C-16). */
    public static final String PERMISSION_REQUEST = "permission-request";

    private static final String WEB_FORM = "web-form";

    /** Whether a letter may come of it is for the {@link LetterBudget} to decide. */
    static SubscriptionRequest of(Agreements agreed, Asked asked, Instant now) {
        return of(agreed, asked, WEB_FORM, now, now.plus(VALIDITY));
    }

    /** The same for one that no form of ours took. */
    public static SubscriptionRequest of(Agreements agreed, Asked asked, String method, Instant now,
            Instant expiresAt) {
        boolean addsNothing = asked.newsletters()
            .stream()
            .allMatch((wanted) -> agreed.cover(wanted.newsletterId(), wanted.purposeVersion(), now));
        return new SubscriptionRequest(UUID.randomUUID(), agreed.subscriberId(), now, expiresAt, asked, method,
                addsNothing, null, null, null, null);
    }

    public SubscriptionRequested event() {
        return new SubscriptionRequested(UUID.randomUUID(), this.subscriberId, this.requestedAt, this.id,
                this.asked.newsletters(), this.asked.privacyNotice(), this.asked.confirmationMail(),
                this.asked.language(), this.method, this.expiresAt);
    }

    /** The same request for the holder of a link that ends earlier. */
    public SubscriptionRequest until(@Nullable Instant end) {
        return new SubscriptionRequest(this.id, this.subscriberId, this.requestedAt,
                (end != null && end.isBefore(this.expiresAt)) ? end : this.expiresAt, this.asked, this.method,
                this.addsNothing, this.confirmedAt, this.receiptNumber, this.disownedAt, this.mutedUntil);
    }

    /** Whether the city asked, because of a consent that there is. */
    public boolean isRenewal() {
        return this.method.equals(RENEWAL);
    }

    /** Whether its owner can still say yes or no. */
    public boolean isOpen(Instant now) {
        return this.confirmedAt == null && this.disownedAt == null && now.isBefore(this.expiresAt);
    }

    public SubscriptionRequest confirmed(Instant now, @Nullable String receiptNumber) {
        return new SubscriptionRequest(this.id, this.subscriberId, this.requestedAt, this.expiresAt, this.asked,
                this.method, this.addsNothing, now, receiptNumber, null, null);
    }

}
