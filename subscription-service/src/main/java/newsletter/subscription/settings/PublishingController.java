package newsletter.subscription.settings;

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
import newsletter.subscription.review.Refused;
import newsletter.subscription.review.Refused.Reason;
import newsletter.subscription.review.Reviews;

/** The steps that a proposal for a newsletter takes, up to an officer's decision. */
@StaffController
class PublishingController {

    private final SettingsDesk desk;

    private final Reviews reviews;

    private final SettingsPages pages;

    PublishingController(SettingsDesk desk, Reviews reviews, SettingsPages pages) {
        this.desk = desk;
        this.reviews = reviews;
        this.pages = pages;
    }

    /**
     * What goes with a decision.
     *
     * @param comment why it is sent back
     * @param reason why the newsletter is to be closed
     * @param material whether people have to be asked anew
     */
    record CommentForm(@Nullable String comment, @Nullable String reason, @Nullable String material) {

        static final CommentForm EMPTY = new CommentForm("", "", "");

        private static final int LONGEST = 1000;

        static String text(@Nullable String typed) {
            return (typed != null) ? typed.replaceAll("\\p{Cc}+", " ").strip() : "";
        }

        static boolean isUsable(@Nullable String typed) {
            return !text(typed).isEmpty() && text(typed).length() <= LONGEST;
        }

    }

    @PostMapping("/staff/newsletters/{id}/submission")
    @PreAuthorize(May.WRITE)
    String submit(@PathVariable String id, @RequestParam UUID review, @RequestParam int version, Principal user,
            RedirectAttributes next) {
        this.desk.submit(review, version, user.getName());
        return done("submitted", id, next);
    }

    @PostMapping("/staff/newsletters/{id}/withdrawal")
    @PreAuthorize(May.WRITE)
    String withdraw(@PathVariable String id, @RequestParam UUID review, @RequestParam int version, Principal user,
            RedirectAttributes next) {
        this.reviews.withdraw(review, version, user.getName());
        return done("withdrawn", id, next);
    }

    @PostMapping("/staff/newsletters/{id}/discarding")
    @PreAuthorize(May.WRITE)
    String discard(@PathVariable String id, @RequestParam UUID review, @RequestParam int version, Principal user,
            RedirectAttributes next) {
        this.reviews.discard(review, version, user.getName());
        next.addFlashAttribute("done", "discarded");
        return "redirect:/staff/newsletters";
    }

    @PostMapping("/staff/newsletters/{id}/closing")
    @PreAuthorize(May.WRITE)
    String close(@PathVariable String id, @ModelAttribute("form") CommentForm form, BindingResult errors,
            Principal user, HttpServletRequest request, HttpServletResponse response, Model model,
            RedirectAttributes next) {
        if (!CommentForm.isUsable(form.reason())) {
            errors.rejectValue("reason", "staff.error.close-reason");
            return again(id, request, response, model);
        }
        this.desk.close(id, CommentForm.text(form.reason()), user.getName());
        return done("submitted", id, next);
    }

    @PostMapping("/staff/newsletters/{id}/return")
    @PreAuthorize(May.DECIDE)
    String sendBack(@PathVariable String id, @RequestParam UUID review, @RequestParam int version,
            @ModelAttribute("form") CommentForm form, BindingResult errors, Principal user, HttpServletRequest request,
            HttpServletResponse response, Model model, RedirectAttributes next) {
        if (!CommentForm.isUsable(form.comment())) {
            errors.rejectValue("comment", "staff.error.comment");
            return again(id, request, response, model);
        }
        this.reviews.sendBack(review, version, CommentForm.text(form.comment()), user.getName());
        return done("sent-back", id, next);
    }

    /**
     * The officer says whether people have to be asked anew, whatever the author said.
     */
    @PostMapping("/staff/newsletters/{id}/publication")
    @PreAuthorize(May.DECIDE)
    String publish(@PathVariable String id, @RequestParam UUID review, @RequestParam int version,
            @ModelAttribute("form") CommentForm form, BindingResult errors, Principal user, HttpServletRequest request,
            HttpServletResponse response, Model model, RedirectAttributes next) {
        String material = CommentForm.text(form.material());
        try {
            this.desk.publish(review, version, material.matches("yes|no") ? (Boolean) material.equals("yes") : null,
                    user.getName());
        }
        catch (Refused refused) {
            if (refused.reason() != Reason.NOT_SAID_WHETHER_MATERIAL) {
                throw refused;
            }
            errors.rejectValue("material", "staff.error.material");
            return again(id, request, response, model);
        }
        return done("published", id, next);
    }

    private String again(String id, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return this.pages.show(id, request, model);
    }

    private static String done(String what, String id, RedirectAttributes next) {
        next.addFlashAttribute("done", what);
        return "redirect:/staff/newsletters/" + id;
    }

}
