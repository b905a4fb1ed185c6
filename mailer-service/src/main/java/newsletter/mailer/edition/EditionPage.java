package newsletter.mailer.edition;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import newsletter.mailer.audience.Audience;
import newsletter.mailer.audience.Newsletter;
import newsletter.mailer.audience.Newsletters;
import newsletter.mailer.delivery.Deliveries;
import newsletter.mailer.delivery.Progress;
import newsletter.mailer.rendering.Rendering;

/** The page of one edition: what it is, how far it has come, and what can be done now. */
@Component
class EditionPage {

    private final Newsroom newsroom;

    private final Newsletters newsletters;

    private final Audience audience;

    private final Deliveries deliveries;

    EditionPage(Newsroom newsroom, Newsletters newsletters, Audience audience, Deliveries deliveries) {
        this.newsroom = newsroom;
        this.newsletters = newsletters;
        this.audience = audience;
        this.deliveries = deliveries;
    }

    String show(Edition edition, HttpServletRequest request, Model model) {
        Rendering rendering = this.newsroom.rendering(edition);
        addSummary(edition, model);
        model.addAttribute("may", May.of(edition, request));
        model.addAttribute("rendering", rendering);
        model.addAttribute("source", Specimen.of(rendering.mail()));
        model.addAttribute("testAddress", this.deliveries.testAddress(request.getRemoteUser()).orElse(null));
        model.addAttribute("history", this.newsroom.history(edition.id()));
        if (!edition.isOpen()) {
            addProgress(edition.id(), model);
        }
        return "edition/show";
    }

    void addSummary(Edition edition, Model model) {
        String newsletterId = edition.content().newsletterId();
        model.addAttribute("edition", edition);
        model.addAttribute("newsletter",
                this.newsletters.find(newsletterId).map(Newsletter::name).orElse(newsletterId));
        model.addAttribute("audience", Headcount.words(this.audience.liveConsents(newsletterId)));
    }

    Progress addProgress(UUID id, Model model) {
        Progress progress = this.deliveries.progress(id);
        model.addAttribute("progress", progress);
        return progress;
    }

}
