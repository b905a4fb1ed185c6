package newsletter.subscription.preferences;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import newsletter.subscription.catalogue.Catalogue;
import newsletter.subscription.catalogue.Newsletter;
import newsletter.subscription.consent.DeadLink;
import newsletter.subscription.consent.DeadLink.Reason;
import newsletter.subscription.signup.Asked;
import newsletter.subscription.signup.KnownForm;

/** The page with all that a person agreed to, and its buttons. */
@Controller
class PreferencesController {

    private final PreferencesLinks links;

    private final Preferences preferences;

    private final PreferencesPages pages;

    private final KnownForm form;

    private final Catalogue catalogue;

    PreferencesController(PreferencesLinks links, Preferences preferences, PreferencesPages pages, KnownForm form,
            Catalogue catalogue) {
        this.links = links;
        this.preferences = preferences;
        this.pages = pages;
        this.form = form;
        this.catalogue = catalogue;
    }

    /**
     * What was done is said by the address of the page, and believed only if it is so.
     * @param done {@code asked}, {@code everything}, {@code paused}, {@code resumed},
     * {@code language}, or the newsletter that was stopped
     */
    @GetMapping("/preferences/{token}")
    String show(@PathVariable String token, @RequestParam(required = false) @Nullable String done, Locale locale,
            Model model) {
        Overview overview = this.pages.describe(subscriber(token), locale, model);
        model.addAttribute("token", token);
        model.addAttribute("form", PreferencesForm.EMPTY);
        if (done != null) {
            say(done, overview, locale, model);
        }
        return "preferences";
    }

    private void say(String done, Overview overview, Locale locale, Model model) {
        switch (done) {
            case "asked" -> model.addAttribute("done", overview.waiting().isEmpty() ? "too-many" : "asked");
            case "everything" -> {
                if (overview.taken().isEmpty()) {
                    model.addAttribute("done", "everything");
                }
            }
            case "paused", "resumed" -> {
                if (overview.pausedUntil().isPresent() == done.equals("paused")) {
                    model.addAttribute("done", done);
                }
            }
            case "language" -> model.addAttribute("done", done);
            default -> this.catalogue.newsletter(done, locale.getLanguage())
                .filter((newsletter) -> !overview.takes(newsletter.id()))
                .map(Newsletter::name)
                .ifPresent((name) -> {
                    model.addAttribute("done", "stopped");
                    model.addAttribute("name", name);
                });
        }
    }

    /** Of a newsletter that never was nothing can be stopped. */
    @PostMapping(path = "/preferences/{token}", params = "stop")
    String stop(@PathVariable String token, @RequestParam String stop) {
        UUID subscriber = subscriber(token);
        Newsletter newsletter = this.catalogue.newsletter(stop).orElseThrow(() -> new DeadLink(Reason.UNKNOWN));
        this.preferences.stop(subscriber, newsletter.id());
        return "redirect:/preferences/" + token + "?done=" + newsletter.id();
    }

    @PostMapping(path = "/preferences/{token}", params = "everything")
    String stopEverything(@PathVariable String token) {
        this.preferences.stopEverything(subscriber(token));
        return "redirect:/preferences/" + token + "?done=everything";
    }

    @PostMapping("/preferences/{token}")
    String ask(@PathVariable String token, @ModelAttribute("form") PreferencesForm boxes, BindingResult errors,
            Locale locale, Model model, HttpServletResponse response) {
        UUID subscriber = subscriber(token);
        Optional<Asked> asked = this.catalogue.shown(locale.getLanguage())
            .flatMap((shown) -> this.form.asked(boxes.stamp(), boxes.ticked(), shown));
        if (boxes.ticked().isEmpty()) {
            errors.rejectValue("newsletters", "sign-up.error.no-newsletter");
        }
        else if (asked.isEmpty()) {
            errors.reject("sign-up.error.stale");
        }
        else {
            this.preferences.ask(subscriber, asked.get());
            return "redirect:/preferences/" + token + "?done=asked";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        this.pages.describe(subscriber, locale, model);
        model.addAttribute("token", token);
        return "preferences";
    }

    private UUID subscriber(String token) {
        return this.links.subscriber(token);
    }

}
