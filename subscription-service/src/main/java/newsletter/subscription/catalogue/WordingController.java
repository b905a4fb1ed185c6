package newsletter.subscription.catalogue;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

import newsletter.events.NewsletterPublished.WordingKind;

/**
 * The privacy notice in force, and every wording that ever was at an address that never
 * changes (C-05): receipts point there.
 */
@Controller
class WordingController {

    private final Catalogue catalogue;

    WordingController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/privacy")
    String privacy(Model model) {
        Wording notice = this.catalogue.privacyNotice()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return show(notice, true, model);
    }

    @GetMapping("/wordings/{sha256}")
    String wording(@PathVariable String sha256, Model model) {
        Wording wording = this.catalogue.wording(sha256)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return show(wording, this.catalogue.isInForce(wording), model);
    }

    private static String show(Wording wording, boolean inForce, Model model) {
        model.addAttribute("wording", wording);
        model.addAttribute("inForce", inForce);
        if (wording.kind() == WordingKind.PRIVACY_NOTICE) {
            model.addAttribute("html", Markdown.html(wording.text()));
            return "privacy";
        }
        return "wording";
    }

}
