package newsletter.subscription.renewal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import newsletter.events.ConsentEvent.RequestedNewsletter;
import newsletter.subscription.consent.Consents;
import newsletter.subscription.contact.Subscribers.Known;
import newsletter.subscription.renewal.Words.Spoken;
import newsletter.subscription.signup.Asked;
import newsletter.subscription.signup.SubscriptionRequest;
import newsletter.subscription.signup.SubscriptionRequests;

/**
 * Asks a person to renew: one request for all of it, and so one letter. No form is behind
 * it, so no letter budget is spent.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Asking {

    private final Renewals renewals;

    private final SubscriptionRequests requests;

    private final Consents consents;

    private final Words words;

    Asking(Renewals renewals, SubscriptionRequests requests, Consents consents, Words words) {
        this.renewals = renewals;
        this.requests = requests;
        this.consents = consents;
        this.words = words;
    }

    /** Whose consents want this step, and about which there are words. */
    @Transactional(propagation = Propagation.SUPPORTS)
    List<UUID> people(Step step, Today today, int limit) {
        return this.renewals.people(step, this.words.newsletters(), today, limit);
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    Optional<Instant> newestWords() {
        return this.words.newest();
    }

    /**
     * Asks about what there are words for, in one letter for each language.
     * @param answered until when it can be answered
     * @return about how many it asked
     */
    int ask(Known person, List<Running> about, Instant now, Instant answered) {
        Map<String, List<Running>> byLanguage = about.stream()
            .collect(Collectors.groupingBy((consent) -> this.words.language(person.language(), consent.newsletterId()),
                    TreeMap::new, Collectors.toList()));
        return byLanguage.entrySet()
            .stream()
            .mapToInt((one) -> this.words.in(one.getKey())
                .map((spoken) -> ask(person, spoken, one.getValue(), now, answered))
                .orElse(0))
            .sum();
    }

    private int ask(Known person, Spoken spoken, List<Running> about, Instant now, Instant answered) {
        List<Running> said = about.stream().filter((consent) -> box(consent, spoken).isPresent()).toList();
        if (said.isEmpty()) {
            return 0;
        }
        var asked = new Asked(said.stream().flatMap((consent) -> box(consent, spoken).stream()).toList(),
                spoken.shown().privacyNotice().sha256(), spoken.letter().sha256(), spoken.language());
        SubscriptionRequest request = SubscriptionRequest.of(this.consents.of(person.id()), asked,
                SubscriptionRequest.RENEWAL, now, answered);
        this.requests.add(request);
        this.renewals.asked(request, said);
        return said.size();
    }

    private static Optional<RequestedNewsletter> box(Running consent, Spoken spoken) {
        return spoken.shown()
            .offer(consent.newsletterId())
            .filter((offer) -> offer.newsletter().purposeVersion() == consent.purposeNow())
            .map((offer) -> new RequestedNewsletter(consent.newsletterId(), consent.purposeNow(),
                    offer.statement().sha256()));
    }

}
