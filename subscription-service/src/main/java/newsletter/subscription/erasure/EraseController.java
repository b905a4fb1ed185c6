package newsletter.subscription.erasure;

import java.util.Optional;

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

import newsletter.subscription.accesslink.LinkLetters;
import newsletter.subscription.accesslink.MailboxLinks;
import newsletter.subscription.accesslink.MailboxLinks.Holder;
import newsletter.subscription.accesslink.MailboxLinks.Standing;
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

    private final MailboxLinks links;

    private final Subscribers subscribers;

    private final Erasure erasure;

    private final LinkLetters letters;

    EraseController(MailboxLinks links, Subscribers subscribers, Erasure erasure, LinkLetters letters) {
        this.links = links;
        this.subscribers = subscribers;
        this.erasure = erasure;
        this.letters = letters;
    }

    /** What was done is believed only if it is so. */
    @GetMapping("/erase/{token}")
    String ask(@PathVariable String token, @RequestParam(required = false) @Nullable String sent, Model model,
            HttpServletResponse response) {
        Holder holder = this.links.read(token);
        if (this.subscribers.isErased(holder.subscriberId())) {
            return "erased";
        }
        model.addAttribute("form", EraseForm.EMPTY);
        return switch (holder.standing()) {
            case OWNER -> page(holder, token, "erase", model);
            case HOLDER -> page(holder, token, (sent != null) ? "erase-asked" : "erase-link", model);
            case EXPIRED -> expired(response);
        };
    }

    @PostMapping("/erase/{token}/link")
    String sendLink(@PathVariable String token, HttpServletResponse response) {
        Holder holder = this.links.read(token);
        if (holder.standing() == Standing.EXPIRED) {
            return expired(response);
        }
        this.letters.sendTo(holder.subscriberId());
        return "redirect:/erase/" + token + "?sent";
    }

    @PostMapping("/erase/{token}")
    String erase(@PathVariable String token, @ModelAttribute("form") EraseForm form, BindingResult errors, Model model,
            HttpServletResponse response) {
        Holder holder = this.links.read(token);
        if (this.subscribers.isErased(holder.subscriberId())) {
            return "redirect:/erase/" + token;
        }
        if (holder.standing() == Standing.EXPIRED) {
            return expired(response);
        }
        boolean owner = holder.standing() == Standing.OWNER;
        Optional<Boolean> suppress = form.choice();
        if (!owner || suppress.isEmpty()) {
            errors.rejectValue("suppress", "error.erase.no-choice");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(holder, token, owner ? "erase" : "erase-link", model);
        }
        this.erasure.erase(holder.subscriberId(), Erasure.By.RESIDENT, suppress.get());
        return "redirect:/erase/" + token;
    }

    private String page(Holder holder, String token, String view, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("address",
                this.subscribers.maskedAddress(holder.subscriberId()).orElseThrow(() -> new DeadLink(Reason.UNKNOWN)));
        return view;
    }

    private static String expired(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "preferences-expired";
    }

}
