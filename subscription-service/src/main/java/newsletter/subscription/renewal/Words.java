package newsletter.subscription.renewal;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;

import newsletter.events.NewsletterPublished.WordingKind;
import newsletter.subscription.catalogue.Catalogue;
import newsletter.subscription.catalogue.Newsletter;
import newsletter.subscription.catalogue.Shown;
import newsletter.subscription.catalogue.Shown.Offer;
import newsletter.subscription.catalogue.Wording;

/** The words in which people can be asked to renew now. */
@Service
class Words {

    private final Catalogue catalogue;

    Words(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The statements and the letter, in one language. */
    record Spoken(String language, Shown shown, Wording letter) {

        boolean tellsOf(String newsletterId) {
            return this.shown.offer(newsletterId).isPresent();
        }

    }

    /** Empty if there are none. */
    Optional<Spoken> in(String language) {
        return this.catalogue.shown(language)
            .flatMap((shown) -> this.catalogue.inForce(WordingKind.RENEWAL_MAIL, language)
                .map((letter) -> new Spoken(language, shown, letter)));
    }

    /**
     * The language in which somebody is asked about a newsletter: their own if there are
     * words in it, or else the newsletter's.
     */
    String language(String own, String newsletterId) {
        return in(own).filter((spoken) -> spoken.tellsOf(newsletterId))
            .map(Spoken::language)
            .or(() -> this.catalogue.newsletter(newsletterId).map(Newsletter::language))
            .orElse(own);
    }

    /** The newsletters about which anybody can be asked. */
    Set<String> newsletters() {
        return offers().map((offer) -> offer.newsletter().id()).collect(Collectors.toSet());
    }

    /** Since when the newest of the statements is in force. */
    Optional<Instant> newest() {
        return offers().map((offer) -> offer.statement().effectiveFrom()).max(Instant::compareTo);
    }

    private Stream<Offer> offers() {
        return this.catalogue.published()
            .stream()
            .collect(
                    Collectors.groupingBy(Newsletter::language, Collectors.mapping(Newsletter::id, Collectors.toSet())))
            .entrySet()
            .stream()
            .flatMap((own) -> in(own.getKey()).stream()
                .flatMap((spoken) -> spoken.shown().offers().stream())
                .filter((offer) -> own.getValue().contains(offer.newsletter().id())));
    }

}
