package newsletter.subscription.confirmation;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import newsletter.personaldata.SignedLinks;
import newsletter.personaldata.SignedLinks.Action;
import newsletter.personaldata.SignedLinks.Link;
import newsletter.subscription.consent.DeadLink;
import newsletter.subscription.consent.DeadLink.Reason;

/**
 * The page behind the link in the letter, and its button (C-08). A link that has been
 * used shows what came of it.
 */
@Controller
class ConfirmController {

    private final SignedLinks links;

    private final Confirmation confirmation;

    private final ConfirmPages pages;

    private final Clock clock;

    ConfirmController(SignedLinks links, Confirmation confirmation, ConfirmPages pages, Clock clock) {
        this.links = links;
        this.confirmation = confirmation;
        this.pages = pages;
        this.clock = clock;
    }

    /** Only shows a button: scanners follow links, and a scanner cannot consent. */
    @GetMapping("/confirm/{token}")
    String ask(@PathVariable String token, Locale locale, Model model) {
        Link link = link(token);
        Answer answer = answer(link, this.confirmation.look(link));
        model.addAttribute("token", token);
        this.pages.describe(answer, locale, model);
        return switch (answer.state()) {
            case OPEN -> answer.request().isRenewal() ? "renew" : "confirm";
            case DISOWNED -> "disowned";
            case OVER -> "renewal-over";
            case CONFIRMED, EXPIRED, OUTDATED -> answer.request().isRenewal() ? "renewed" : "confirmed";
        };
    }

    @PostMapping("/confirm/{token}")
    String confirm(@PathVariable String token) {
        Link link = link(token);
        answer(link, this.confirmation.confirm(link));
        return "redirect:/confirm/" + token;
    }

    private Link link(String token) {
        return this.links.read(Action.CONFIRM, token).orElseThrow(() -> new DeadLink(Reason.UNKNOWN));
    }

    private Answer answer(Link link, Optional<Answer> found) {
        Answer answer = found
            .orElseThrow(() -> new DeadLink(link.isExpired(this.clock.instant()) ? Reason.EXPIRED : Reason.UNKNOWN));
        answer.dead().ifPresent((reason) -> {
            throw new DeadLink(reason);
        });
        return answer;
    }

}
