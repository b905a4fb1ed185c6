package newsletter.subscription.rights;

import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import newsletter.subscription.accesslink.MailboxLinks;
import newsletter.subscription.accesslink.MailboxLinks.Holder;
import newsletter.subscription.accesslink.MailboxLinks.Standing;

/**
 * Pages on which a person uses a right, with a link that was asked for. Whoever has an
 * older one is sent back to where they can ask for one.
 */
@Controller
class RightsController {

    private final MailboxLinks links;

    private final Rights rights;

    RightsController(MailboxLinks links, Rights rights) {
        this.links = links;
        this.rights = rights;
    }

    @GetMapping("/your-data/{token}/{right:objection|restriction|complaint}")
    String ask(@PathVariable String token, @PathVariable String right, Model model) {
        UUID subscriber = owner(token);
        model.addAttribute("token", token);
        model.addAttribute("right", right);
        model.addAttribute("restricted", this.rights.restrictedSince(subscriber).isPresent());
        model.addAttribute("form", RightsForm.empty());
        return right.equals("complaint") ? "rights/complaint" : "rights/right";
    }

    @PostMapping("/your-data/{token}/objection")
    String object(@PathVariable String token, @ModelAttribute("form") RightsForm form) {
        this.rights.object(owner(token), form.name());
        return done(token, "objection");
    }

    @PostMapping("/your-data/{token}/restriction")
    String restrict(@PathVariable String token, @ModelAttribute("form") RightsForm form) {
        this.rights.restrict(owner(token), form.name());
        return done(token, "restriction");
    }

    @PostMapping("/your-data/{token}/complaint")
    String complain(@PathVariable String token, @ModelAttribute("form") RightsForm form, BindingResult errors,
            Model model, HttpServletResponse response) {
        UUID subscriber = owner(token);
        form.check(errors);
        if (!errors.hasErrors() && !this.rights.complain(subscriber, form.name(), form.text())) {
            errors.reject("rights.error.too-many");
        }
        if (!errors.hasErrors()) {
            return done(token, "complaint");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("token", token);
        return "rights/complaint";
    }

    private static String done(String token, String right) {
        return "redirect:/your-data/" + token + "?done=" + right;
    }

    private UUID owner(String token) {
        Holder holder = this.links.read(token);
        return switch (holder.standing()) {
            case OWNER -> holder.subscriberId();
            case HOLDER, EXPIRED -> throw new NotTheOwner(holder.standing());
        };
    }

    /** Somebody who may only ask for a link. */
    private static final class NotTheOwner extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Standing standing;

        NotTheOwner(Standing standing) {
            super("A link shows no owner");
            this.standing = standing;
        }

    }

    @ExceptionHandler
    String explain(NotTheOwner somebody, HttpServletResponse response) {
        response.setStatus(
                (somebody.standing == Standing.EXPIRED) ? HttpStatus.GONE.value() : HttpStatus.FORBIDDEN.value());
        return "preferences-expired";
    }

}
