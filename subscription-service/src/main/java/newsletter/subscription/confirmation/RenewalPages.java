package newsletter.subscription.confirmation;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import newsletter.events.ConsentEvent.RequestedNewsletter;
import newsletter.personaldata.SignedLinks;
import newsletter.personaldata.SignedLinks.Action;
import newsletter.personaldata.SignedLinks.Link;
import newsletter.subscription.SiteProperties;
import newsletter.subscription.catalogue.Catalogue;
import newsletter.subscription.catalogue.Newsletter;
import newsletter.subscription.catalogue.Wording;
import newsletter.subscription.consent.Consents;
import newsletter.subscription.consent.LiveConsent;

/**
 * What the pages about a renewal show besides: when what ends, and what was agreed to
 * before if that is no longer what is asked for.
 */
@Component
class RenewalPages {

    private final Catalogue catalogue;

    private final Consents consents;

    private final SiteProperties site;

    private final SignedLinks links;

    RenewalPages(Catalogue catalogue, Consents consents, SiteProperties site, SignedLinks links) {
        this.catalogue = catalogue;
        this.consents = consents;
        this.site = site;
        this.links = links;
    }

    /**
     * One newsletter that there is something to say about.
     *
     * @param until when the consent to it runs out; absent if there is none
     * @param former what it was given to, if the purpose has changed
     * @param open whether it can be renewed
     * @param stop the token of the page on which it is stopped, and taken back
     */
    record Renewal(Newsletter newsletter, Wording statement, @Nullable ZonedDateTime until, @Nullable Wording former,
            boolean open, String stop) {
    }

    void describe(Answer answer, String language, Model model) {
        List<Renewal> renewals = answer.request()
            .asked()
            .newsletters()
            .stream()
            .map((wanted) -> renewal(wanted, answer, language))
            .toList();
        model.addAttribute("renewals", renewals);
        model.addAttribute("open", renewals.stream().filter(Renewal::open).toList());
        model.addAttribute("answerBy", answer.request().expiresAt().atZone(this.site.zone()));
    }

    private Renewal renewal(RequestedNewsletter wanted, Answer answer, String language) {
        Optional<LiveConsent> consent = answer.agreed().to(wanted.newsletterId());
        // All are there: the request and the consent refer to them, and none is ever
        // deleted.
        return new Renewal(this.catalogue.newsletter(wanted.newsletterId(), language).orElseThrow(),
                this.catalogue.wording(wanted.statement()).orElseThrow(),
                consent.map((live) -> live.validUntil().atZone(this.site.zone())).orElse(null),
                consent.filter((live) -> live.purposeVersion() != wanted.purposeVersion())
                    .flatMap((live) -> this.consents.statement(live.id()))
                    .flatMap(this.catalogue::wording)
                    .orElse(null),
                answer.renewable(wanted).isPresent(), this.links
                    .token(new Link(Action.UNSUBSCRIBE, answer.request().subscriberId(), wanted.newsletterId(), null)));
    }

}
