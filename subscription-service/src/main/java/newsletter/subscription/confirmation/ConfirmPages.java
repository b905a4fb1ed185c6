package newsletter.subscription.confirmation;

import java.time.Instant;
import java.util.Locale;

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
import newsletter.subscription.signup.SubscriptionRequest;

/**
 * Fills the pages about a request. They show the wording that was asked with, word for
 * word, not the one in force by now.
 */
@Component
class ConfirmPages {

    private final Catalogue catalogue;

    private final SiteProperties site;

    private final SignedLinks links;

    private final RenewalPages renewals;

    ConfirmPages(Catalogue catalogue, SiteProperties site, SignedLinks links, RenewalPages renewals) {
        this.catalogue = catalogue;
        this.site = site;
        this.links = links;
        this.renewals = renewals;
    }

    /** One newsletter that was asked for. */
    record Item(Newsletter newsletter, Wording statement, boolean taken) {
    }

    void describe(Answer answer, Locale locale, Model model) {
        model.addAttribute("items",
                answer.request()
                    .asked()
                    .newsletters()
                    .stream()
                    .map((wanted) -> item(wanted, answer, locale.getLanguage()))
                    .toList());
        model.addAttribute("privacyNotice", answer.request().asked().privacyNotice());
        model.addAttribute("permission", answer.request().method().equals(SubscriptionRequest.PERMISSION_REQUEST));
        if (answer.request().isRenewal()) {
            this.renewals.describe(answer, locale.getLanguage(), model);
        }
        Instant mutedUntil = answer.request().mutedUntil();
        if (mutedUntil != null) {
            model.addAttribute("mutedUntil", mutedUntil.atZone(this.site.zone()));
        }
        String receipt = answer.request().receiptNumber();
        model.addAttribute("receipt", receipt);
        if (receipt != null) {
            model.addAttribute("receiptToken",
                    this.links.token(new Link(Action.RECEIPT, answer.request().subscriberId(), receipt, null)));
        }
        Instant confirmed = answer.request().confirmedAt();
        if (confirmed != null) {
            model.addAttribute("confirmed", confirmed.atZone(this.site.zone()));
        }
    }

    private Item item(RequestedNewsletter wanted, Answer answer, String language) {
        // Both are there: the request refers to them, and neither is ever deleted.
        return new Item(this.catalogue.newsletter(wanted.newsletterId(), language).orElseThrow(),
                this.catalogue.wording(wanted.statement()).orElseThrow(), answer.isTaken(wanted));
    }

}
