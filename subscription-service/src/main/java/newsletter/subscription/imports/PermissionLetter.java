package newsletter.subscription.imports;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;

import newsletter.events.ConsentEvent.RequestedNewsletter;
import newsletter.events.NewsletterPublished.WordingKind;
import newsletter.subscription.catalogue.Catalogue;
import newsletter.subscription.catalogue.Shown;
import newsletter.subscription.catalogue.Wording;
import newsletter.subscription.signup.Asked;

/** The words of the letter that asks those whose consent nobody can prove. */
@Service
class PermissionLetter {

    private final Catalogue catalogue;

    PermissionLetter(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Why nothing can come of a line that wants this newsletter in this language. */
    Optional<Outcome> fault(String language, String newsletterId, boolean proved) {
        if (this.catalogue.published().stream().noneMatch((newsletter) -> newsletter.id().equals(newsletterId))) {
            return Optional.of(Outcome.NO_NEWSLETTER);
        }
        boolean offered = this.catalogue.shown(language).flatMap((shown) -> shown.offer(newsletterId)).isPresent();
        return (offered && (proved || words(language).isPresent())) ? Optional.empty()
                : Optional.of(Outcome.NO_LANGUAGE);
    }

    Asked asked(String language, List<RequestedNewsletter> newsletters) {
        Shown shown = this.catalogue.shown(language).orElseThrow();
        return new Asked(newsletters, shown.privacyNotice().sha256(), words(language).orElseThrow().sha256(), language);
    }

    /** SHA-256 (hex) of the statement in force. */
    String statement(String language, String newsletterId) {
        return this.catalogue.shown(language)
            .flatMap((shown) -> shown.offer(newsletterId))
            .orElseThrow()
            .statement()
            .sha256();
    }

    private Optional<Wording> words(String language) {
        return this.catalogue.inForce(WordingKind.PERMISSION_MAIL, language);
    }

}
