package newsletter.subscription.settings;

import java.security.Principal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import newsletter.subscription.desk.StaffController;
import newsletter.subscription.review.May;
import newsletter.subscription.review.Refused;
import newsletter.subscription.review.Refused.Reason;
import newsletter.subscription.settings.SettingsDesk.Open;

/** Where staff see all newsletters, and editors propose what they should be. */
@StaffController
class SettingsController {

    private final Newsletters newsletters;

    private final SettingsDesk desk;

    private final SettingsPages pages;

    private final SettingsWords words;

    SettingsController(Newsletters newsletters, SettingsDesk desk, SettingsPages pages, SettingsWords words) {
        this.newsletters = newsletters;
        this.desk = desk;
        this.pages = pages;
        this.words = words;
    }

    @GetMapping("/staff/newsletters")
    String list(HttpServletRequest request, Model model) {
        model.addAttribute("may", May.of(null, request));
        return this.pages.list(model);
    }

    @GetMapping("/staff/newsletters/new")
    @PreAuthorize(May.WRITE)
    String begin(Model model) {
        model.addAttribute("form", SettingsForm.empty());
        return this.pages.edit(null, model);
    }

    @PostMapping("/staff/newsletters")
    @PreAuthorize(May.WRITE)
    String begin(@ModelAttribute("form") SettingsForm form, BindingResult errors, Principal user, Model model,
            HttpServletResponse response, RedirectAttributes next) {
        String id = form.newId();
        form.checkId(errors, this.newsletters.find(id).isPresent() || this.desk.open(id).isPresent());
        form.check(errors, this.words.languages(), false);
        if (errors.hasErrors()) {
            return again(null, HttpStatus.UNPROCESSABLE_CONTENT, model, response);
        }
        this.desk.begin(id, form.settings(this.words.languages()), null, form.why(), user.getName());
        return saved(id, next);
    }

    @GetMapping("/staff/newsletters/{id}")
    String show(@PathVariable String id, HttpServletRequest request, Model model) {
        model.addAttribute("form", PublishingController.CommentForm.EMPTY);
        return this.pages.show(id, request, model);
    }

    /** Begins with what is, or goes on with what is proposed. */
    @GetMapping("/staff/newsletters/{id}/edit")
    @PreAuthorize(May.WRITE)
    String change(@PathVariable String id, Model model) {
        model.addAttribute("form",
                this.desk.open(id)
                    .map((open) -> SettingsForm.of(open.revision().settings(), open.revision().material(),
                            open.revision().reason(), open.review().id(), open.review().version()))
                    .or(() -> this.newsletters.find(id)
                        .filter((present) -> !present.isClosed())
                        .map((present) -> SettingsForm.of(present.settings(), null, "", null, null)))
                    .orElseThrow(() -> new Refused(Reason.NOT_NOW)));
        return this.pages.edit(id, model);
    }

    @PostMapping("/staff/newsletters/{id}")
    @PreAuthorize(May.WRITE)
    String change(@PathVariable String id, @ModelAttribute("form") SettingsForm form, BindingResult errors,
            Principal user, Model model, HttpServletResponse response, RedirectAttributes next) {
        form.check(errors, this.words.languages(), this.newsletters.find(id).isPresent());
        if (errors.hasErrors()) {
            return again(id, HttpStatus.UNPROCESSABLE_CONTENT, model, response);
        }
        try {
            keep(id, form, user.getName());
        }
        catch (Refused refused) {
            Open theirs = this.desk.open(id).orElseThrow(() -> refused);
            return keepTyped(refused, theirs, form, model, response);
        }
        return saved(id, next);
    }

    private void keep(String id, SettingsForm form, String by) {
        Settings settings = form.settings(this.words.languages());
        if (form.review() == null) {
            if (this.newsletters.find(id).filter((present) -> !present.isClosed()).isEmpty()) {
                throw new Refused(Reason.NOT_NOW);
            }
            this.desk.begin(id, settings, form.isMaterial(), form.why(), by);
            return;
        }
        Open open = this.desk.open(id)
            .filter((proposal) -> proposal.review().id().equals(form.review()) && !proposal.revision().closes())
            .orElseThrow(() -> new Refused(Reason.NOT_NOW));
        this.desk.write(open, form.seenVersion(), settings, form.isMaterial(), form.why(), by);
    }

    /**
     * Nothing that somebody typed is lost because somebody else was quicker: what is
     * different is shown, and saving again says that both were seen.
     */
    private String keepTyped(Refused refused, Open theirs, SettingsForm form, Model model,
            HttpServletResponse response) {
        if (refused.reason() != Reason.CHANGED_MEANWHILE || theirs.revision().closes()) {
            throw refused;
        }
        model.addAttribute("theirs",
                this.words.lines(theirs.revision().settings(), form.settings(this.words.languages())));
        model.addAttribute("form", form.seen(theirs.review().version()));
        return again(theirs.revision().newsletterId(), HttpStatus.CONFLICT, model, response);
    }

    private String again(@Nullable String id, HttpStatus status, Model model, HttpServletResponse response) {
        response.setStatus(status.value());
        return this.pages.edit(id, model);
    }

    private static String saved(String id, RedirectAttributes next) {
        next.addFlashAttribute("done", "saved");
        return "redirect:/staff/newsletters/" + id;
    }

}
