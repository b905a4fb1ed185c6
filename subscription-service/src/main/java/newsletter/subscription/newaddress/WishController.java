package newsletter.subscription.newaddress;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import newsletter.subscription.accesslink.LinkLetters;
import newsletter.subscription.accesslink.MailboxLinks;
import newsletter.subscription.accesslink.MailboxLinks.Holder;
import newsletter.subscription.accesslink.MailboxLinks.Standing;

/**
 * The form for another address, for who reads the present mailbox at this hour. Whoever
 * has an older link, perhaps because a newsletter was passed on, can only have a fresh
 * one sent there.
 */
@Controller
class WishController {

    private final MailboxLinks links;

    private final LinkLetters letters;

    private final Wishes wishes;

    WishController(MailboxLinks links, LinkLetters letters, Wishes wishes) {
        this.links = links;
        this.letters = letters;
        this.wishes = wishes;
    }

    @GetMapping("/preferences/{token}/address")
    String form(@PathVariable String token, Model model, HttpServletResponse response) {
        model.addAttribute("token", token);
        model.addAttribute("form", AddressForm.EMPTY);
        return switch (this.links.read(token).standing()) {
            case OWNER -> "change-address-form";
            case HOLDER -> "change-address-locked";
            case EXPIRED -> expired(response);
        };
    }

    @PostMapping("/preferences/{token}/address")
    String wish(@PathVariable String token, @ModelAttribute("form") AddressForm form, BindingResult errors, Model model,
            HttpServletResponse response) {
        Holder holder = this.links.read(token);
        model.addAttribute("token", token);
        if (holder.standing() != Standing.OWNER) {
            return (holder.standing() == Standing.EXPIRED) ? expired(response) : locked(response);
        }
        form.check(errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "change-address-form";
        }
        form.address().ifPresent((address) -> this.wishes.add(holder.subscriberId(), address));
        return "redirect:/change-address/check-your-email";
    }

    /** The same whichever address it was. */
    @GetMapping("/change-address/check-your-email")
    String checkYourEmail() {
        return "change-address-asked";
    }

    /** Sends a fresh link to the mailbox, to which the old one leads anyway. */
    @PostMapping("/preferences/{token}/address/link")
    String sendLink(@PathVariable String token, HttpServletResponse response) {
        Holder holder = this.links.read(token);
        if (holder.standing() == Standing.EXPIRED) {
            return expired(response);
        }
        this.letters.sendTo(holder.subscriberId());
        return "redirect:/preferences/check-your-email";
    }

    private static String locked(HttpServletResponse response) {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        return "change-address-locked";
    }

    private static String expired(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "preferences-expired";
    }

}
