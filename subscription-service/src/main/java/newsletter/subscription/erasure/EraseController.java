package newsletter.subscription.erasure;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import newsletter.personaldata.SignedLinks;
import newsletter.personaldata.SignedLinks.Action;
import newsletter.personaldata.SignedLinks.Link;
import newsletter.subscription.accesslink.LinkLetters;
import newsletter.subscription.consent.DeadLink;
import newsletter.subscription.consent.DeadLink.Reason;
import newsletter.subscription.contact.Subscribers;

/**
 * The page that says what goes and what stays, and its button. Only a link that was sent
 * to the mailbox a moment ago has the button (ADR 0020): behind one from a newsletter,
 * which may have been passed on, such a link can be asked for.
 */
@Controller
class EraseController {

    private final SignedLinks links;

    private final Subscribers subscribers;

    private final Erasure erasure;

    private final LinkLetters letters;

    private final Clock clock;

    EraseController(SignedLinks links, Subscribers subscribers, Erasure erasure, LinkLetters letters, Clock clock) {
        this.links = links;
        this.subscribers = subscribers;
        this.erasure = erasure;
        this.letters = letters;
        this.clock = clock;
    }

    /** What was done is believed only if it is so. */
    @GetMapping("/erase/{token}")
    String ask(@PathVariable String token, @RequestParam(required = false) @Nullable String sent, Model model,
            HttpServletResponse response) {
        Link link = link(token);
        if (this.subscribers.isErased(link.subscriberId())) {
            return "erased";
        }
        if (isExpired(link, response)) {
            return "preferences-expired";
        }
        model.addAttribute("form", EraseForm.EMPTY);
        return page(link, token, (sent != null) ? "erase-asked" : "erase-link", model);
    }

    @PostMapping("/erase/{token}/link")
    String sendLink(@PathVariable String token, HttpServletResponse response) {
        Link link = link(token);
        if (isExpired(link, response)) {
            return "preferences-expired";
        }
        this.letters.sendTo(link.subscriberId());
        return "redirect:/erase/" + token + "?sent";
    }

    @PostMapping("/erase/{token}")
    String erase(@PathVariable String token, @ModelAttribute("form") EraseForm form, BindingResult errors, Model model,
            HttpServletResponse response) {
        Link link = link(token);
        if (!this.subscribers.isErased(link.subscriberId())) {
            if (isExpired(link, response)) {
                return "preferences-expired";
            }
            Optional<Boolean> suppress = form.choice();
            if (!link.showsMailbox() || suppress.isEmpty()) {
                errors.rejectValue("suppress", "error.erase.no-choice");
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                return page(link, token, "erase-link", model);
            }
            this.erasure.erase(link.subscriberId(), Erasure.By.RESIDENT, suppress.get());
        }
        return "redirect:/erase/" + token;
    }

    /** The page with the button, for whoever can read the mailbox; else another. */
    private String page(Link link, String token, String withoutProof, Model model) {
        UUID subscriber = link.subscriberId();
        model.addAttribute("token", token);
        model.addAttribute("address",
                this.subscribers.maskedAddress(subscriber).orElseThrow(() -> new DeadLink(Reason.UNKNOWN)));
        return link.showsMailbox() ? "erase" : withoutProof;
    }

    private boolean isExpired(Link link, HttpServletResponse response) {
        if (link.isExpired(this.clock.instant())) {
            response.setStatus(HttpStatus.GONE.value());
            return true;
        }
        return false;
    }

    private Link link(String token) {
        return this.links.read(Action.PREFERENCES, token).orElseThrow(() -> new DeadLink(Reason.UNKNOWN));
    }

}
