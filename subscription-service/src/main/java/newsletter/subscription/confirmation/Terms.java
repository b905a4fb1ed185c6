package newsletter.subscription.confirmation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.RequestedNewsletter;
import newsletter.subscription.catalogue.Newsletter;
import newsletter.subscription.consent.Agreements;
import newsletter.subscription.signup.SubscriptionRequest;

/**
 * What a consent given at this moment would be to. Decides what a press of the button
 * does.
 *
 * @param newsletters what is published now, by id
 * @param zone the city's, in which months are counted
 */
record Terms(Instant now, Map<String, Newsletter> newsletters, ZoneId zone) {

    State state(SubscriptionRequest request, Agreements agreed) {
        State state = state(request);
        return (state == State.OPEN && open(request, agreed).isEmpty()) ? State.OVER : state;
    }

    private State state(SubscriptionRequest request) {
        if (request.confirmedAt() != null) {
            return State.CONFIRMED;
        }
        if (request.disownedAt() != null) {
            return State.DISOWNED;
        }
        if (!request.isOpen(this.now)) {
            return State.EXPIRED;
        }
        return request.asked().newsletters().stream().allMatch(this::hold) ? State.OPEN : State.OUTDATED;
    }

    /** What the button is for: of a renewal, only what there still is to renew. */
    private List<RequestedNewsletter> open(SubscriptionRequest request, Agreements agreed) {
        return request.asked()
            .newsletters()
            .stream()
            .filter((wanted) -> !request.isRenewal() || isRenewable(wanted, request, agreed))
            .toList();
    }

    private boolean isRenewable(RequestedNewsletter wanted, SubscriptionRequest request, Agreements agreed) {
        return agreed.renewable(wanted.newsletterId(), wanted.purposeVersion(), request.expiresAt(), this.now)
            .isPresent();
    }

    private boolean hold(RequestedNewsletter wanted) {
        return newsletter(wanted).filter((newsletter) -> newsletter.purposeVersion() == wanted.purposeVersion())
            .isPresent();
    }

    private Optional<Newsletter> newsletter(RequestedNewsletter wanted) {
        return Optional.ofNullable(this.newsletters.get(wanted.newsletterId()));
    }

    /**
     * Empty unless the request is open. What was consented to already stays as it is
     * (C-19), but for what a renewal is about.
     * @param commitment binds the consents to the address
     * @param receiptNumber for what is new, if anything
     */
    Optional<Confirmed> confirm(SubscriptionRequest request, Agreements agreed, String commitment,
            String receiptNumber) {
        if (state(request, agreed) != State.OPEN) {
            return Optional.empty();
        }
        List<RequestedNewsletter> missing = open(request, agreed).stream()
            .filter((wanted) -> request.isRenewal()
                    || !agreed.cover(wanted.newsletterId(), wanted.purposeVersion(), this.now))
            .toList();
        return Optional.of(new Confirmed(request.confirmed(this.now, missing.isEmpty() ? null : receiptNumber),
                this.now, missing.stream().flatMap((wanted) -> agreed.to(wanted.newsletterId()).stream()).toList(),
                missing.stream()
                    .map((wanted) -> given(wanted, request, commitment, receiptNumber, missing.size()))
                    .toList()));
    }

    /** The newsletters that the answer “no” to a renewal ends. */
    List<String> stop(SubscriptionRequest request, Agreements agreed) {
        return request.isOpen(this.now) ? open(request, agreed).stream().map(RequestedNewsletter::newsletterId).toList()
                : List.of();
    }

    private ConsentGiven given(RequestedNewsletter wanted, SubscriptionRequest request, String commitment,
            String receiptNumber, int receiptConsents) {
        Instant validUntil = newsletter(wanted).orElseThrow().validUntil(this.now, this.zone);
        return new ConsentGiven(UUID.randomUUID(), request.subscriberId(), this.now, UUID.randomUUID(),
                wanted.newsletterId(), wanted.purposeVersion(), request.id(), wanted.statement(),
                request.asked().privacyNotice(), request.asked().confirmationMail(), request.asked().language(),
                commitment, "button", validUntil, receiptNumber, receiptConsents);
    }

}
