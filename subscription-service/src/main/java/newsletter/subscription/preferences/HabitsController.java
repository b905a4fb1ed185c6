package newsletter.subscription.preferences;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import newsletter.subscription.SiteProperties;
import newsletter.subscription.consent.DeadLink;
import newsletter.subscription.consent.DeadLink.Reason;
import newsletter.subscription.contact.Subscribers;
import newsletter.theme.Option;

/**
 * When and in which language a person wants to be written to. Whoever holds the link may
 * say so: a stranger does little harm with it, and the page shows what was done.
 */
@Controller
class HabitsController {

    private final PreferencesLinks links;

    private final HowWeWrite how;

    private final Habits habits;

    private final Subscribers subscribers;

    private final SiteProperties site;

    private final Clock clock;

    HabitsController(PreferencesLinks links, HowWeWrite how, Habits habits, Subscribers subscribers,
            SiteProperties site, Clock clock) {
        this.links = links;
        this.how = how;
        this.habits = habits;
        this.subscribers = subscribers;
        this.site = site;
        this.clock = clock;
    }

    @GetMapping("/preferences/{token}/pause")
    String pausing(@PathVariable String token, Model model) {
        describe(this.links.subscriber(token), token, model);
        model.addAttribute("form", PauseForm.EMPTY);
        return "pause";
    }

    private void describe(UUID subscriberId, String token, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("example", today().plusMonths(1));
        this.habits.until(subscriberId, this.clock.instant())
            .ifPresent((until) -> model.addAttribute("until", until.atZone(this.site.zone())));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(this.clock.instant(), this.site.zone());
    }

    @PostMapping("/preferences/{token}/pause")
    String pause(@PathVariable String token, @ModelAttribute("form") PauseForm form, BindingResult errors, Model model,
            HttpServletResponse response) {
        UUID subscriber = this.links.subscriber(token);
        form.check(today(), errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            describe(subscriber, token, model);
            return "pause";
        }
        form.date().ifPresent((day) -> this.how.pause(subscriber, day));
        return "redirect:/preferences/" + token + "?done=paused";
    }

    @PostMapping("/preferences/{token}/resume")
    String resume(@PathVariable String token) {
        this.how.resume(this.links.subscriber(token));
        return "redirect:/preferences/" + token + "?done=resumed";
    }

    @GetMapping("/preferences/{token}/language")
    String languages(@PathVariable String token, Model model) {
        String present = this.subscribers.language(this.links.subscriber(token))
            .orElseThrow(() -> new DeadLink(Reason.UNKNOWN));
        model.addAttribute("form", new LanguageForm(present));
        offer(token, model);
        return "language";
    }

    private void offer(String token, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("options", options());
    }

    private List<Option> options() {
        return this.site.languages().stream().map((one) -> new Option(one.getLanguage(), name(one))).toList();
    }

    /** As those who speak it call it. */
    static String name(Locale language) {
        String name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }

    @PostMapping("/preferences/{token}/language")
    String speak(@PathVariable String token, @ModelAttribute("form") LanguageForm form, BindingResult errors,
            Model model, HttpServletResponse response) {
        UUID subscriber = this.links.subscriber(token);
        String chosen = form.language();
        if (chosen == null || options().stream().map(Option::value).noneMatch(chosen::equals)) {
            errors.rejectValue("language", "language.error.missing");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            offer(token, model);
            return "language";
        }
        this.how.speak(subscriber, chosen);
        return "redirect:/preferences/" + token + "?done=language";
    }

}
