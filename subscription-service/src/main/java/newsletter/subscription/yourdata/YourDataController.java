package newsletter.subscription.yourdata;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import newsletter.subscription.SiteProperties;
import newsletter.subscription.accesslink.LinkLetters;
import newsletter.subscription.accesslink.MailboxLinks;
import newsletter.subscription.accesslink.MailboxLinks.Holder;
import newsletter.subscription.accesslink.MailboxLinks.Standing;
import newsletter.subscription.consent.DeadLink;
import newsletter.subscription.consent.DeadLink.Reason;

/**
 * What we hold of a person, for who reads their mailbox at this hour. Whoever has an
 * older link can only have a fresh one sent there.
 */
@Controller
class YourDataController {

    private final MailboxLinks links;

    private final LinkLetters letters;

    private final Exports exports;

    private final YourDataPages pages;

    private final SiteProperties site;

    YourDataController(MailboxLinks links, LinkLetters letters, Exports exports, YourDataPages pages,
            SiteProperties site) {
        this.links = links;
        this.letters = letters;
        this.exports = exports;
        this.pages = pages;
        this.site = site;
    }

    /**
     * The page.
     * @param done the right that was used just now, if it is so
     */
    @GetMapping("/your-data/{token}")
    String show(@PathVariable String token, @RequestParam(required = false) @Nullable String done, Model model,
            HttpServletResponse response) {
        Holder holder = this.links.read(token);
        model.addAttribute("token", token);
        return switch (holder.standing()) {
            case OWNER -> {
                this.pages.describe(holder.subscriberId(), model);
                this.pages.say(done, holder.subscriberId(), model);
                yield "your-data";
            }
            case HOLDER -> "your-data-locked";
            case EXPIRED -> expired(response);
        };
    }

    /** Sends a fresh link to the mailbox, to which the old one leads anyway. */
    @PostMapping("/your-data/{token}/link")
    String sendLink(@PathVariable String token, HttpServletResponse response) {
        Holder holder = this.links.read(token);
        if (holder.standing() == Standing.EXPIRED) {
            return expired(response);
        }
        this.letters.sendTo(holder.subscriberId());
        return "redirect:/preferences/check-your-email";
    }

    /** Made at once. Nothing keeps it on the way. */
    @PostMapping("/your-data/{token}/copy")
    @Nullable String copy(@PathVariable String token, @RequestParam String format, Model model, HttpServletResponse response)
            throws IOException {
        Holder holder = this.links.read(token);
        Format chosen = Format.of(format).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        if (holder.standing() != Standing.OWNER) {
            return (holder.standing() == Standing.EXPIRED) ? expired(response) : locked(token, model, response);
        }
        Export export = this.exports.take(holder.subscriberId(), chosen)
            .orElseThrow(() -> new DeadLink(Reason.UNKNOWN));
        response.setContentType(chosen.type());
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("your-data." + chosen.text()).build().toString());
        switch (chosen) {
            case HTML -> {
                this.pages.describe(export, model);
                return "your-data-file";
            }
            case JSON -> ExportJson.write(export, this.site, response.getOutputStream());
            case CSV -> ExportCsv.write(Chapter.of(ExportJson.tree(export, this.site)), response.getOutputStream());
        }
        return null;
    }

    private static String locked(String token, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        model.addAttribute("token", token);
        return "your-data-locked";
    }

    private static String expired(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "preferences-expired";
    }

}
