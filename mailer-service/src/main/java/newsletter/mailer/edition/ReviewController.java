package newsletter.mailer.edition;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import newsletter.mailer.edition.Edition.State;

/** Where an edition is looked at, submitted, approved or sent back. */
@Controller
class ReviewController {

    private final Newsroom newsroom;

    private final EditionPage page;

    ReviewController(Newsroom newsroom, EditionPage page) {
        this.newsroom = newsroom;
        this.page = page;
    }

    /** Why an edition is sent back. */
    record CommentForm(@NotBlank(message = "Say what has to be changed") @Size(max = 2000,
            message = "The comment must be 2,000 characters or fewer") @Nullable String comment) {
    }

    /** Editions in one state, those first that somebody is waiting for. */
    record Group(String heading, List<Editions.Summary> editions) {

        static Group of(State state, List<Editions.Summary> all) {
            String heading = switch (state) {
                case DRAFT -> "Drafts";
                case IN_REVIEW -> "In review";
                case APPROVED -> "Approved, to be sent";
                case SENDING -> "Being sent";
                case SENT -> "Sent";
            };
            return new Group(heading, all.stream().filter((edition) -> edition.state() == state).toList());
        }

    }

    @GetMapping("/editions")
    String list(Model model) {
        List<Editions.Summary> editions = this.newsroom.latest();
        model.addAttribute("editions", editions);
        model.addAttribute("groups",
                Stream.of(State.IN_REVIEW, State.APPROVED, State.SENDING, State.DRAFT, State.SENT)
                    .map((state) -> Group.of(state, editions))
                    .toList());
        return "edition/list";
    }

    @GetMapping("/editions/{id}")
    String show(@PathVariable UUID id, HttpServletRequest request, Model model) {
        model.addAttribute("form", new CommentForm(""));
        return this.page.show(this.newsroom.find(id), request, model);
    }

    /**
     * The mail as residents see it, in a frame of its own. A mail carries its style in
     * its elements, which no other page of ours may: so this response allows that, and
     * nothing else. It cannot run, load or submit anything, and only we may frame it.
     */
    @GetMapping("/editions/{id}/preview")
    ResponseEntity<byte[]> mail(@PathVariable UUID id) {
        String html = Specimen.of(this.newsroom.rendering(this.newsroom.find(id)).mail())
            .html()
            // Links can be tried out in another tab; a frame cannot leave for another
            // host.
            .replaceFirst("<head>", "<head><base target=\"_blank\">");
        return ResponseEntity.ok()
            .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; "
                    + "base-uri 'none'; form-action 'none'; sandbox allow-popups allow-popups-to-escape-sandbox")
            .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
            .body(html.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/editions/{id}/submission")
    @PreAuthorize(DeskPages.EDITOR)
    String submit(@PathVariable UUID id, @RequestParam int version, Principal user, RedirectAttributes next) {
        this.newsroom.submit(id, version, user.getName());
        return done("It is in review: a colleague can approve it now", id, next);
    }

    @PostMapping("/editions/{id}/withdrawal")
    @PreAuthorize(DeskPages.EDITOR)
    String withdraw(@PathVariable UUID id, Principal user, RedirectAttributes next) {
        this.newsroom.withdraw(id, user.getName());
        return done("It is a draft again", id, next);
    }

    @PostMapping("/editions/{id}/approval")
    @PreAuthorize(DeskPages.APPROVER)
    String approve(@PathVariable UUID id, @RequestParam String sha256, Principal user, RedirectAttributes next) {
        this.newsroom.approve(id, sha256, user.getName());
        return done("Approved: it can be sent now", id, next);
    }

    @PostMapping("/editions/{id}/return")
    @PreAuthorize(DeskPages.APPROVER)
    String sendBack(@PathVariable UUID id, @Valid @ModelAttribute("form") CommentForm form, BindingResult errors,
            Principal user, HttpServletRequest request, HttpServletResponse response, Model model,
            RedirectAttributes next) {
        if (errors.hasErrors() || form.comment() == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return this.page.show(this.newsroom.find(id), request, model);
        }
        this.newsroom.sendBack(id, form.comment(), user.getName());
        return done("Sent back to its authors", id, next);
    }

    private static String done(String words, UUID id, RedirectAttributes next) {
        next.addFlashAttribute("done", words);
        return "redirect:/editions/" + id;
    }

}
