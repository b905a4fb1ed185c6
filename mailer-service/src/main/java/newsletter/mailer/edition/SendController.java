package newsletter.mailer.edition;

import java.security.Principal;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import newsletter.mailer.delivery.Deliveries;
import newsletter.mailer.delivery.Mailing;
import newsletter.mailer.delivery.TestNotSent;
import newsletter.mailer.edition.Edition.State;
import newsletter.mailer.edition.Refused.Reason;

/** Where an edition goes out: to oneself as a test, and to those who asked for it. */
@Controller
class SendController {

    private final Newsroom newsroom;

    private final Release release;

    private final Deliveries deliveries;

    private final EditionPage page;

    SendController(Newsroom newsroom, Release release, Deliveries deliveries, EditionPage page) {
        this.newsroom = newsroom;
        this.release = release;
        this.deliveries = deliveries;
        this.page = page;
    }

    @PostMapping("/editions/{id}/test")
    @PreAuthorize(DeskPages.EDITOR + " or " + DeskPages.APPROVER)
    String test(@PathVariable UUID id, Principal user, RedirectAttributes next) {
        Edition edition = this.newsroom.find(id);
        try {
            this.deliveries.sendTest(
                    new Mailing(id, edition.content().newsletterId(), 0, this.newsroom.rendering(edition).mail()),
                    user.getName());
            next.addFlashAttribute("done", "The test is on its way to you, and to nobody else");
        }
        catch (TestNotSent ex) {
            next.addFlashAttribute("failed", "The test was not sent. " + ex.getMessage());
        }
        return "redirect:/editions/" + id;
    }

    @GetMapping("/editions/{id}/send")
    @PreAuthorize(DeskPages.APPROVER)
    String ask(@PathVariable UUID id, HttpServletRequest request, Model model) {
        Edition edition = this.newsroom.find(id);
        if (edition.state() != State.APPROVED) {
            throw new Refused(Reason.NOT_NOW);
        }
        if (!May.of(edition, request).send()) {
            throw new Refused(Reason.OWN_WORK);
        }
        this.page.addSummary(edition, model);
        return "edition/send";
    }

    @PostMapping("/editions/{id}/sending")
    @PreAuthorize(DeskPages.APPROVER)
    String send(@PathVariable UUID id, @RequestParam String sha256, Principal user) {
        this.release.start(id, sha256, user.getName());
        return "redirect:/editions/" + id;
    }

    /** The part of the page that moves by itself; once all is done, the whole page. */
    @GetMapping("/editions/{id}/progress")
    String progress(@PathVariable UUID id, Model model, HttpServletResponse response) {
        Edition edition = this.newsroom.find(id);
        model.addAttribute("edition", edition);
        this.page.addProgress(id, model);
        if (edition.state() == State.SENT) {
            response.setHeader("HX-Refresh", "true");
        }
        return "edition/parts :: progress";
    }

}
