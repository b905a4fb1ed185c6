package newsletter.subscription.consent;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import newsletter.events.ConsentEvent.WithdrawnBy;
import newsletter.personaldata.SignedLinks;
import newsletter.personaldata.SignedLinks.Action;
import newsletter.personaldata.SignedLinks.Link;
import newsletter.subscription.catalogue.Catalogue;
import newsletter.subscription.catalogue.Newsletter;
import newsletter.subscription.consent.DeadLink.Reason;

/**
 * Leaving a newsletter: by the page behind the link in a mail, or by the mail program's
 * own button (RFC 8058). From any mail it takes one click or two (C-17).
 */
@Controller
class UnsubscribeController {

    private final SignedLinks links;

    private final Withdrawal withdrawal;

    private final Undo undo;

    private final Catalogue catalogue;

    UnsubscribeController(SignedLinks links, Withdrawal withdrawal, Undo undo, Catalogue catalogue) {
        this.links = links;
        this.withdrawal = withdrawal;
        this.undo = undo;
        this.catalogue = catalogue;
    }

    /**
     * Only shows a button: scanners and mail programs follow links unasked. A person who
     * follows the address of the one-click POST finds the same page.
     * @param undone comes from the button that takes a withdrawal back, and is believed
     * only if that has happened
     */
    @GetMapping({ "/unsubscribe/{token}", "/one-click/{token}" })
    String ask(@PathVariable String token, @RequestParam(required = false) @Nullable String undone, Locale locale,
            Model model) {
        Link link = link(token);
        describe(link, locale, model);
        model.addAttribute("token", token);
        if (this.withdrawal.isSubscribed(link.subscriberId(), link.about())) {
            return (undone != null) ? "unsubscribe-undone" : "unsubscribe";
        }
        model.addAttribute("nothing", !this.withdrawal.isSubscribed(link.subscriberId()));
        this.undo.offer(link.subscriberId(), link.about()).ifPresent((withdrawn) -> {
            model.addAttribute("undo", withdrawn);
            this.catalogue.wording(withdrawn.statement()).ifPresent((words) -> model.addAttribute("statement", words));
        });
        return "unsubscribed";
    }

    @PostMapping("/unsubscribe/{token}")
    String unsubscribe(@PathVariable String token) {
        Link link = link(token);
        this.withdrawal.withdraw(link.subscriberId(), link.about(), WithdrawnBy.UNSUBSCRIBE_PAGE);
        return "redirect:/unsubscribe/" + token;
    }

    @PostMapping("/unsubscribe/{token}/everything")
    String unsubscribeFromEverything(@PathVariable String token) {
        this.withdrawal.withdrawEverything(link(token).subscriberId(), WithdrawnBy.UNSUBSCRIBE_PAGE);
        return "redirect:/unsubscribe/" + token;
    }

    @PostMapping("/unsubscribe/{token}/undo")
    String undo(@PathVariable String token) {
        Link link = link(token);
        this.undo.undo(link.subscriberId(), link.about());
        return "redirect:/unsubscribe/" + token + "?undone";
    }

    /**
     * What a mail program sends. Without the words of RFC 8058 it is a stray POST, which
     * is no wish to leave; with them the answer is 200, whoever asks and however often.
     */
    @PostMapping(path = "/one-click/{token}", params = "List-Unsubscribe=One-Click")
    String oneClick(@PathVariable String token, Locale locale, Model model) {
        Link link = link(token);
        this.withdrawal.withdraw(link.subscriberId(), link.about(), WithdrawnBy.ONE_CLICK);
        describe(link, locale, model);
        return "unsubscribed";
    }

    private Link link(String token) {
        return this.links.read(Action.UNSUBSCRIBE, token).orElseThrow(() -> new DeadLink(Reason.UNKNOWN));
    }

    private void describe(Link link, Locale locale, Model model) {
        this.catalogue.newsletter(link.about(), locale.getLanguage())
            .map(Newsletter::name)
            .ifPresent((name) -> model.addAttribute("name", name));
    }

}
