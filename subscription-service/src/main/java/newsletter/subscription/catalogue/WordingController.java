package newsletter.subscription.catalogue;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

import newsletter.events.NewsletterPublished.WordingKind;
import newsletter.subscription.SiteProperties;

/**
 * The privacy notice in force, and every wording that ever was at an address that never
 * changes (C-05): receipts point there.
 */
@Controller
class WordingController {

    private final Catalogue catalogue;

    private final SiteProperties site;

    WordingController(Catalogue catalogue, SiteProperties site) {
        this.catalogue = catalogue;
        this.site = site;
    }

    /** In the first language if there is none in that of the page. */
    @GetMapping("/privacy")
    String privacy(Locale locale, Model model) {
        Wording notice = this.catalogue.privacyNotice(locale.getLanguage())
            .or(() -> this.catalogue.privacyNotice(this.site.languages().getFirst().getLanguage()))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return show(notice, true, locale, model);
    }

    @GetMapping("/wordings/{sha256}")
    String wording(@PathVariable String sha256, Locale locale, Model model) {
        Wording wording = this.catalogue.wording(sha256)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return show(wording, this.catalogue.isInForce(wording), locale, model);
    }

    private String show(Wording wording, boolean inForce, Locale locale, Model model) {
        model.addAttribute("wording", wording);
        model.addAttribute("inForce", inForce);
        model.addAttribute("since", wording.effectiveFrom().atZone(this.site.zone()));
        model.addAttribute("address", this.site.address("/wordings/" + wording.sha256()));
        if (wording.kind() == WordingKind.PRIVACY_NOTICE) {
            model.addAttribute("notice", Markdown.html(wording.text()));
            model.addAttribute("versions", versions(wording.language()));
            return "privacy";
        }
        Optional.ofNullable(wording.newsletterId())
            .flatMap((id) -> this.catalogue.newsletter(id, locale.getLanguage()))
            .ifPresent((newsletter) -> model.addAttribute("newsletter", newsletter.name()));
        return "wording";
    }

    private List<Version> versions(String language) {
        List<Version> versions = new ArrayList<>();
        ZonedDateTime until = null;
        for (Wording notice : this.catalogue.privacyNotices(language)) {
            ZonedDateTime since = notice.effectiveFrom().atZone(this.site.zone());
            versions.add(new Version(notice.sha256(), notice.version(), since, until));
            until = since;
        }
        return versions;
    }

    /**
     * One version of the privacy notice.
     *
     * @param until when the next one took its place; absent if it is in force
     */
    record Version(String sha256, String name, ZonedDateTime since, @Nullable ZonedDateTime until) {
    }

}
