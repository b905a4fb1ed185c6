package newsletter.mailer.edition;

import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import newsletter.mailer.audience.Newsletter;
import newsletter.mailer.audience.Newsletters;
import newsletter.mailer.edition.Edition.Content;
import newsletter.mailer.edition.Refused.Reason;
import newsletter.theme.Option;

/** Where editors write. */
@Controller
@PreAuthorize(DeskPages.EDITOR)
class ComposeController {

    private static final String COMPOSER = "edition/compose";

    private final Newsroom newsroom;

    private final Newsletters newsletters;

    ComposeController(Newsroom newsroom, Newsletters newsletters) {
        this.newsroom = newsroom;
        this.newsletters = newsletters;
    }

    @GetMapping("/editions/new")
    String begin(Model model) {
        List<Newsletter> all = this.newsletters.all();
        model.addAttribute("form", new EditionForm((all.size() == 1) ? all.getFirst().id() : "", "", "", null));
        return composer(null, model);
    }

    @PostMapping("/editions")
    String keep(@Valid @ModelAttribute("form") EditionForm form, BindingResult errors, Principal user, Model model,
            HttpServletResponse response, RedirectAttributes next) {
        checkNewsletter(form, errors);
        if (errors.hasErrors()) {
            return composerAgain(null, HttpStatus.UNPROCESSABLE_CONTENT, model, response);
        }
        UUID id = this.newsroom.begin(form.content(), user.getName());
        next.addFlashAttribute("done", "The draft is saved");
        return "redirect:/editions/" + id;
    }

    @GetMapping("/editions/{id}/edit")
    String change(@PathVariable UUID id, Model model) {
        Edition edition = this.newsroom.find(id);
        if (!edition.isOpen()) {
            throw new Refused(Reason.NOT_NOW);
        }
        model.addAttribute("form", EditionForm.of(edition));
        return composer(edition, model);
    }

    @PostMapping("/editions/{id}")
    String keep(@PathVariable UUID id, @Valid @ModelAttribute("form") EditionForm form, BindingResult errors,
            Principal user, Model model, HttpServletResponse response, RedirectAttributes next) {
        Edition edition = this.newsroom.find(id);
        checkNewsletter(form, errors);
        if (errors.hasErrors()) {
            return composerAgain(edition, HttpStatus.UNPROCESSABLE_CONTENT, model, response);
        }
        try {
            this.newsroom.write(id, form.content(), form.seen(), user.getName());
        }
        catch (Refused refused) {
            return keepTyped(refused, id, form, model, response);
        }
        next.addFlashAttribute("done", "The draft is saved");
        return "redirect:/editions/" + id;
    }

    /**
     * Nothing that somebody typed is lost because somebody else was faster: both versions
     * are shown, and saving again says that both were seen.
     */
    private String keepTyped(Refused refused, UUID id, EditionForm form, Model model, HttpServletResponse response) {
        Edition theirs = this.newsroom.find(id);
        if (refused.reason() != Reason.CHANGED_MEANWHILE || !theirs.isOpen()) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("reason", refused.getMessage());
            model.addAttribute("edition", id);
            model.addAttribute("typed", form.content());
            return "edition/refused";
        }
        model.addAttribute("theirs", theirs);
        model.addAttribute("form", EditionForm.of(form.content(), theirs.version()));
        return composerAgain(theirs, HttpStatus.CONFLICT, model, response);
    }

    /** Shows what is typed and keeps nothing: for htmx the part alone. */
    @PostMapping("/editions/preview")
    String preview(@ModelAttribute("form") EditionForm form, BindingResult errors,
            @RequestParam(name = "edition", required = false) @Nullable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part, Model model) {
        if (part != null) {
            addPreview(form, model);
            return "edition/parts :: preview";
        }
        return composer((id != null) ? this.newsroom.find(id) : null, model);
    }

    private String composerAgain(@Nullable Edition edition, HttpStatus status, Model model,
            HttpServletResponse response) {
        response.setStatus(status.value());
        return composer(edition, model);
    }

    private String composer(@Nullable Edition edition, Model model) {
        model.addAttribute("edition", edition);
        model.addAttribute("newsletters", Stream
            .concat(Stream.of(new Option("", "Choose a newsletter")),
                    this.newsletters.all().stream().map((newsletter) -> new Option(newsletter.id(), newsletter.name())))
            .toList());
        addPreview((EditionForm) Objects.requireNonNull(model.getAttribute("form")), model);
        return COMPOSER;
    }

    private void addPreview(EditionForm form, Model model) {
        Content content = form.content();
        this.newsletters.find(content.newsletterId())
            .or(() -> this.newsletters.all().stream().findFirst())
            .ifPresent((newsletter) -> {
                model.addAttribute("sender", newsletter.sender());
                model.addAttribute("subject", content.subject());
                model.addAttribute("rendering",
                        this.newsroom.render(new Content(newsletter.id(), content.subject(), content.markdown())));
            });
    }

    private void checkNewsletter(EditionForm form, BindingResult errors) {
        String id = form.content().newsletterId();
        if (!id.isBlank() && this.newsletters.find(id).isEmpty()) {
            errors.rejectValue("newsletterId", "unknown", "There is no such newsletter any more");
        }
    }

}
