package newsletter.subscription.newaddress;

import java.time.Instant;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import newsletter.personaldata.SignedLinks;
import newsletter.personaldata.SignedLinks.Action;
import newsletter.personaldata.SignedLinks.Link;
import newsletter.subscription.SiteProperties;
import newsletter.subscription.consent.DeadLink;
import newsletter.subscription.consent.DeadLink.Reason;
import newsletter.subscription.newaddress.Moves.View;

/** The page behind the link in the letter to the new mailbox, and its buttons. */
@Controller
class MoveController {

    private final SignedLinks links;

    private final Moves moves;

    private final SiteProperties site;

    MoveController(SignedLinks links, Moves moves, SiteProperties site) {
        this.links = links;
        this.moves = moves;
        this.site = site;
    }

    /** Only shows a button: scanners follow links. */
    @GetMapping("/change-address/{token}")
    String show(@PathVariable String token, Model model, HttpServletResponse response) {
        View view = this.moves.look(link(token)).orElseThrow(() -> new DeadLink(Reason.UNKNOWN));
        model.addAttribute("token", token);
        Optional.ofNullable(view.mutedUntil())
            .map(this::local)
            .ifPresent((until) -> model.addAttribute("until", until));
        return switch (view.state()) {
            case OPEN -> view.taken() ? "change-address-taken" : "change-address";
            case CHANGED -> "change-address-done";
            case DISOWNED -> "change-address-disowned";
            case OVER -> {
                response.setStatus(HttpStatus.GONE.value());
                yield "change-address-over";
            }
        };
    }

    @PostMapping("/change-address/{token}")
    String confirm(@PathVariable String token) {
        this.moves.confirm(link(token));
        return "redirect:/change-address/" + token;
    }

    @PostMapping("/change-address/{token}/not-me")
    String disown(@PathVariable String token) {
        this.moves.disown(link(token));
        return "redirect:/change-address/" + token;
    }

    @PostMapping("/change-address/{token}/allow")
    String allow(@PathVariable String token) {
        this.moves.allow(link(token));
        return "redirect:/change-address/" + token;
    }

    private Link link(String token) {
        return this.links.read(Action.CHANGE_ADDRESS, token).orElseThrow(() -> new DeadLink(Reason.UNKNOWN));
    }

    private Object local(Instant instant) {
        return instant.atZone(this.site.zone());
    }

}
