package newsletter.subscription.confirmation;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import newsletter.personaldata.SignedLinks;
import newsletter.personaldata.SignedLinks.Action;
import newsletter.personaldata.SignedLinks.Link;
import newsletter.subscription.consent.DeadLink;
import newsletter.subscription.consent.DeadLink.Reason;

/**
 * The other button on the page that asks to confirm, the one that takes it back, and that
 * on the page that asks to renew. The page itself is the {@link ConfirmController}'s.
 */
@Controller
class DisowningController {

    private final SignedLinks links;

    private final Disowning disowning;

    private final Stopping stopping;

    DisowningController(SignedLinks links, Disowning disowning, Stopping stopping) {
        this.links = links;
        this.disowning = disowning;
        this.stopping = stopping;
    }

    @PostMapping("/confirm/{token}/not-me")
    String disown(@PathVariable String token) {
        this.disowning.disown(link(token));
        return "redirect:/confirm/" + token;
    }

    @PostMapping("/confirm/{token}/allow")
    String revoke(@PathVariable String token) {
        this.disowning.revoke(link(token));
        return "redirect:/confirm/" + token;
    }

    @PostMapping("/confirm/{token}/stop")
    String stop(@PathVariable String token) {
        this.stopping.stop(link(token));
        return "redirect:/confirm/" + token;
    }

    private Link link(String token) {
        return this.links.read(Action.CONFIRM, token).orElseThrow(() -> new DeadLink(Reason.UNKNOWN));
    }

}
