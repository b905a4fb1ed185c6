package newsletter.subscription.wordings;

import java.security.Principal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import newsletter.subscription.desk.StaffController;
import newsletter.subscription.desk.WordDiff;
import newsletter.subscription.review.May;
import newsletter.subscription.review.Refused;
import newsletter.subscription.review.Refused.Reason;
import newsletter.subscription.wordings.WordingDesk.Open;

/** Where staff see every version of a wording, compare two of them and write the next. */
@StaffController
class WordingsController {

    private final WordingDesk desk;

    private final WordingPages pages;

    private final Checks checks;

    WordingsController(WordingDesk desk, WordingPages pages, Checks checks) {
        this.desk = desk;
        this.pages = pages;
        this.checks = checks;
    }

    @GetMapping("/staff/wordings")
    String list(Model model) {
        return this.pages.list(model);
    }

    @GetMapping("/staff/wordings/{name}")
    String show(@PathVariable String name, HttpServletRequest request, Model model) {
        model.addAttribute("form", WordingApprovalController.CommentForm.EMPTY);
        return this.pages.show(this.pages.series(name), request, model);
    }

    @GetMapping("/staff/wordings/{name}/comparison")
    String compare(@PathVariable String name, @RequestParam String from, @RequestParam String to, Model model) {
        return this.pages.compare(this.pages.series(name), from, to, model);
    }

    /** Begins with the present version, or goes on with the draft. */
    @GetMapping("/staff/wordings/{name}/edit")
    @PreAuthorize(May.WRITE)
    String write(@PathVariable String name, Model model) {
        Series series = this.pages.series(name);
        WordingForm form = this.desk.open(series)
            .map((open) -> WordingForm.of(open.draft(), open.review().id(), open.review().version()))
            .orElseGet(() -> new WordingForm(
                    this.checks.versions(series).stream().findFirst().map(Versions.Version::text).orElse(""), "", "",
                    "", null, null));
        model.addAttribute("form", form);
        return this.pages.edit(series, form.words(), model);
    }

    /** Shows what is typed, and keeps nothing. */
    @PostMapping("/staff/wordings/{name}/preview")
    @PreAuthorize(May.WRITE)
    String preview(@PathVariable String name, @ModelAttribute("form") WordingForm form, BindingResult errors,
            Model model) {
        return this.pages.edit(this.pages.series(name), form.words(), model);
    }

    @PostMapping("/staff/wordings/{name}")
    @PreAuthorize(May.WRITE)
    String write(@PathVariable String name, @ModelAttribute("form") WordingForm form, BindingResult errors,
            Principal user, Model model, HttpServletResponse response, RedirectAttributes next) {
        Series series = this.pages.series(name);
        form.check(errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return this.pages.edit(series, form.words(), model);
        }
        try {
            keep(series, form, user.getName());
        }
        catch (Refused refused) {
            return keepTyped(refused, series, form, model, response);
        }
        next.addFlashAttribute("done", "saved");
        return "redirect:/staff/wordings/" + name;
    }

    private void keep(Series series, WordingForm form, String by) {
        if (form.review() == null) {
            this.desk.begin(series, form, by);
            return;
        }
        Open open = this.desk.open(series)
            .filter((draft) -> draft.review().id().equals(form.review()))
            .orElseThrow(() -> new Refused(Reason.NOT_NOW));
        this.desk.write(open.review().id(), form.seenVersion(), series, form, by);
    }

    /**
     * Nothing that somebody typed is lost because somebody else was quicker: what is
     * different is shown, and saving again says that both were seen.
     */
    private String keepTyped(Refused refused, Series series, WordingForm form, Model model,
            HttpServletResponse response) {
        if (refused.reason() != Reason.CHANGED_MEANWHILE) {
            throw refused;
        }
        Open theirs = this.desk.open(series).orElseThrow(() -> refused);
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("theirs", WordDiff.between(theirs.draft().text(), form.words()));
        model.addAttribute("form", form.seen(theirs.review().version()));
        return this.pages.edit(series, form.words(), model);
    }

}
