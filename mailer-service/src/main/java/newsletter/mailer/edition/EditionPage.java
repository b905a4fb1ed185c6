package newsletter.mailer.edition;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import newsletter.mailer.audience.Audience;
import newsletter.mailer.delivery.Deliveries;
import newsletter.mailer.delivery.Progress;
import newsletter.mailer.rendering.Rendering;
import newsletter.mailer.site.PublicSite;

/** The page of one edition: what it is, how far it has come, and what can be done now. */
@Component
class EditionPage {

    private final Newsroom newsroom;

    private final Audience audience;

    private final Deliveries deliveries;

    private final PublicSite site;

    EditionPage(Newsroom newsroom, Audience audience, Deliveries deliveries, PublicSite site) {
        this.newsroom = newsroom;
        this.audience = audience;
        this.deliveries = deliveries;
        this.site = site;
    }

    String show(Edition edition, HttpServletRequest request, Model model) {
        Rendering rendering = this.newsroom.rendering(edition);
        addSummary(edition, model);
        model.addAttribute("may", May.of(edition, request));
        model.addAttribute("rendering", rendering);
        model.addAttribute("source", Specimen.of(rendering.mail()));
        model.addAttribute("testAddress", this.deliveries.testAddress(request.getRemoteUser()).orElse(null));
        model.addAttribute("history", this.newsroom.history(edition.id()));
        if (edition.issue() != null) {
            model.addAttribute("website", this.site.edition(edition.issue().slug()));
            addProgress(edition.id(), model);
        }
        return "edition/show";
    }

    void addSummary(Edition edition, Model model) {
        model.addAttribute("edition", edition);
        model.addAttribute("newsletter", this.newsroom.newsletterName(edition));
        model.addAttribute("audience", Headcount.words(this.audience.liveConsents(edition.content().newsletterId())));
    }

    Progress addProgress(UUID id, Model model) {
        Progress progress = this.deliveries.progress(id);
        model.addAttribute("progress", progress);
        return progress;
    }

}
