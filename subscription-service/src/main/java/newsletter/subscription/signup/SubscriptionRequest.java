package newsletter.subscription.signup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import newsletter.events.ConsentEvent.SubscriptionRequested;
import newsletter.subscription.consent.Agreements;

/**
 * Somebody asked for newsletters with this subscriber's address.
 *
 * @param addsNothing whether all of it was consented to already
 * @param confirmedAt absent until the mailbox's owner pressed the button
 * @param receiptNumber absent if that changed nothing
 */
public record SubscriptionRequest(UUID id, UUID subscriberId, Instant requestedAt, Instant expiresAt, Asked asked,
        boolean addsNothing, @Nullable Instant confirmedAt, @Nullable String receiptNumber) {

    /** The letter's wording says so too. */
    public static final Duration VALIDITY = Duration.ofDays(7);

    /** In this time the requests below are counted. */
    static final Duration DAY = Duration.ofHours(24);

    /** How many letters a form may make us send to somebody who never asked. */
    static final int LETTERS_A_DAY = 3;

    /**
     * An earlier request, as far as the next one must know of it.
     */
    record Earlier(Instant requestedAt, boolean addsNothing) {
    }

    /**
     * Decides whether this request asks for a letter. Nothing comes of it if the address
     * has had its letters for today. To a person who takes all of these newsletters
     * already the letter is sent once a day (C-19): confirming would change nothing, but
     * they learn that somebody typed their address.
     */
    static Optional<SubscriptionRequest> decide(Agreements agreed, List<Earlier> earlier, Asked asked, Instant now) {
        boolean addsNothing = asked.newsletters()
            .stream()
            .allMatch((wanted) -> agreed.cover(wanted.newsletterId(), wanted.purposeVersion(), now));
        List<Earlier> today = earlier.stream()
            .filter((request) -> request.requestedAt().isAfter(now.minus(DAY)))
            .toList();
        if (today.size() >= LETTERS_A_DAY || (addsNothing && today.stream().anyMatch(Earlier::addsNothing))) {
            return Optional.empty();
        }
        return Optional.of(new SubscriptionRequest(UUID.randomUUID(), agreed.subscriberId(), now, now.plus(VALIDITY),
                asked, addsNothing, null, null));
    }

    SubscriptionRequested event() {
        return new SubscriptionRequested(UUID.randomUUID(), this.subscriberId, this.requestedAt, this.id,
                this.asked.newsletters(), this.asked.privacyNotice(), this.asked.confirmationMail(),
                this.asked.language(), "web-form", this.expiresAt);
    }

    /** The same request for the holder of a link that ends earlier. */
    public SubscriptionRequest until(@Nullable Instant end) {
        return new SubscriptionRequest(this.id, this.subscriberId, this.requestedAt,
                (end != null && end.isBefore(this.expiresAt)) ? end : this.expiresAt, this.asked, this.addsNothing,
                this.confirmedAt, this.receiptNumber);
    }

    public SubscriptionRequest confirmed(Instant now, @Nullable String receiptNumber) {
        return new SubscriptionRequest(this.id, this.subscriberId, this.requestedAt, this.expiresAt, this.asked,
                this.addsNothing, now, receiptNumber);
    }

}
