package newsletter.subscription.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * What the sign-up form shows at one moment. There is a form only where there is a
 * privacy notice in force and a wording for the letter that asks for confirmation.
 */
public record Shown(List<Offer> offers, Wording privacyNotice, Wording confirmationMail) {

    /** A newsletter, and the statement that stands beside its box. */
    public record Offer(Newsletter newsletter, Wording statement) {
    }

    /** Of all of it. */
    public String language() {
        return this.privacyNotice.language();
    }

    public Optional<Offer> offer(String newsletterId) {
        return this.offers.stream().filter((offer) -> offer.newsletter().id().equals(newsletterId)).findFirst();
    }

    /** The same form with one newsletter alone; all of them if it is not on offer. */
    public Shown only(String newsletterId) {
        return offer(newsletterId).map((offer) -> new Shown(List.of(offer), this.privacyNotice, this.confirmationMail))
            .orElse(this);
    }

}
