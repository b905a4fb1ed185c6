package newsletter.subscription.wordings;

import java.security.Principal;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import newsletter.subscription.desk.StaffController;
import newsletter.subscription.review.May;
import newsletter.subscription.review.Reviews;

/** The steps that a draft of a wording takes, up to an officer's decision. */
@StaffController
class WordingApprovalController {

    private static final int LONGEST = 1000;

    private final WordingDesk desk;

    private final Reviews reviews;

    private final WordingPages pages;

    WordingApprovalController(WordingDesk desk, Reviews reviews, WordingPages pages) {
        this.desk = desk;
        this.reviews = reviews;
        this.pages = pages;
    }

    /** Why it is sent back. */
    record CommentForm(@Nullable String comment) {

        static final CommentForm EMPTY = new CommentForm("");

        String words() {
            return (this.comment != null) ? this.comment.replaceAll("\\p{Cc}+", " ").strip() : "";
        }

    }

    @PostMapping("/staff/wordings/{name}/submission")
    @PreAuthorize(May.WRITE)
    String submit(@PathVariable String name, @RequestParam UUID review, @RequestParam int version, Principal user,
            RedirectAttributes next) {
        this.desk.submit(review, version, user.getName());
        return done("submitted", name, next);
    }

    @PostMapping("/staff/wordings/{name}/withdrawal")
    @PreAuthorize(May.WRITE)
    String withdraw(@PathVariable String name, @RequestParam UUID review, @RequestParam int version, Principal user,
            RedirectAttributes next) {
        this.reviews.withdraw(review, version, user.getName());
        return done("withdrawn", name, next);
    }

    @PostMapping("/staff/wordings/{name}/discarding")
    @PreAuthorize(May.WRITE)
    String discard(@PathVariable String name, @RequestParam UUID review, @RequestParam int version, Principal user,
            RedirectAttributes next) {
        this.reviews.discard(review, version, user.getName());
        return done("discarded", name, next);
    }

    @PostMapping("/staff/wordings/{name}/return")
    @PreAuthorize(May.DECIDE)
    String sendBack(@PathVariable String name, @RequestParam UUID review, @RequestParam int version,
            @ModelAttribute("form") CommentForm form, BindingResult errors, Principal user, HttpServletRequest request,
            HttpServletResponse response, Model model, RedirectAttributes next) {
        if (form.words().isEmpty() || form.words().length() > LONGEST) {
            errors.rejectValue("comment", "staff.error.comment");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return this.pages.show(this.pages.series(name), request, model);
        }
        this.reviews.sendBack(review, version, form.words(), user.getName());
        return done("sent-back", name, next);
    }

    @PostMapping("/staff/wordings/{name}/publication")
    @PreAuthorize(May.DECIDE)
    String publish(@PathVariable String name, @RequestParam UUID review, @RequestParam int version, Principal user,
            RedirectAttributes next) {
        this.desk.publish(review, version, user.getName());
        return done("published", name, next);
    }

    private static String done(String what, String name, RedirectAttributes next) {
        next.addFlashAttribute("done", what);
        return "redirect:/staff/wordings/" + name;
    }

}
