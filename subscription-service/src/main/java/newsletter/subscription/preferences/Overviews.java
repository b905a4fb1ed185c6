package newsletter.subscription.preferences;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;

import newsletter.subscription.catalogue.Catalogue;
import newsletter.subscription.catalogue.Shown;
import newsletter.subscription.catalogue.Shown.Offer;
import newsletter.subscription.consent.Agreements;
import newsletter.subscription.consent.Consents;
import newsletter.subscription.contact.Subscribers;
import newsletter.subscription.preferences.Overview.Taken;
import newsletter.subscription.preferences.Past.PastConsent;
import newsletter.subscription.preferences.Past.PastRequest;

/** Puts together what a person agreed to. Changes nothing. */
@Service
class Overviews {

    private final Subscribers subscribers;

    private final Consents consents;

    private final Habits habits;

    private final Past past;

    private final Catalogue catalogue;

    Overviews(Subscribers subscribers, Consents consents, Habits habits, Past past, Catalogue catalogue) {
        this.subscribers = subscribers;
        this.consents = consents;
        this.habits = habits;
        this.past = past;
        this.catalogue = catalogue;
    }

    /**
     * For a page in this language; empty if there is no such subscriber.
     */
    Optional<Overview> of(UUID subscriberId, String language, Instant now) {
        return this.subscribers.maskedAddress(subscriberId).map((address) -> {
            List<PastRequest> requests = this.past.requests(subscriberId, language);
            List<PastConsent> consents = this.past.consents(subscriberId, language);
            Agreements agreed = this.consents.of(subscriberId);
            List<Taken> taken = consents.stream()
                .filter((consent) -> consent.endedAt() == null)
                .flatMap((consent) -> taken(consent, agreed, language, now))
                .toList();
            return new Overview(address, taken, offered(agreed, language, now), waiting(requests, agreed, now),
                    this.habits.until(subscriberId, now), this.subscribers.language(subscriberId).orElse(language),
                    History.of(requests, consents, this.past.changes(subscriberId), now));
        });
    }

    /** Nothing if it is not sent: it ran out, or was to another purpose. */
    private Stream<Taken> taken(PastConsent consent, Agreements agreed, String language, Instant now) {
        return this.catalogue.newsletter(consent.newsletterId(), language)
            .filter((newsletter) -> agreed.cover(newsletter.id(), newsletter.purposeVersion(), now))
            .map((newsletter) -> new Taken(newsletter, consent.givenAt(), consent.validUntil()))
            .stream();
    }

    private Optional<Shown> offered(Agreements agreed, String language, Instant now) {
        return this.catalogue.shown(language).flatMap((shown) -> {
            List<Offer> offers = shown.offers()
                .stream()
                .filter((offer) -> !agreed.cover(offer.newsletter().id(), offer.newsletter().purposeVersion(), now))
                .toList();
            return offers.isEmpty() ? Optional.empty()
                    : Optional.of(new Shown(offers, shown.privacyNotice(), shown.confirmationMail()));
        });
    }

    private static Set<String> waiting(List<PastRequest> requests, Agreements agreed, Instant now) {
        return requests.stream()
            .filter((request) -> request.isOpen(now))
            .map(PastRequest::newsletterId)
            .filter((newsletter) -> agreed.to(newsletter).isEmpty())
            .collect(Collectors.toSet());
    }

}
