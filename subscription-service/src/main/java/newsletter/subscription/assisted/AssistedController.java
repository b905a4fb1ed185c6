package newsletter.subscription.assisted;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import newsletter.subscription.SiteProperties;
import newsletter.subscription.catalogue.Catalogue;
import newsletter.subscription.catalogue.Shown;
import newsletter.subscription.desk.StaffController;
import newsletter.subscription.desk.StaffWords;
import newsletter.subscription.signup.Asked;
import newsletter.subscription.signup.AssistedSignUp;
import newsletter.subscription.signup.KnownForm;

/** The form for staff, in the words of the language that the person speaks (C-12). */
@StaffController
class AssistedController {

    private static final String MAY = "hasAnyRole('EDITOR', 'APPROVER')";

    private final AssistedSignUp signUp;

    private final KnownForm forms;

    private final Catalogue catalogue;

    private final SiteProperties site;

    private final StaffWords words;

    private final Clock clock;

    AssistedController(AssistedSignUp signUp, KnownForm forms, Catalogue catalogue, SiteProperties site,
            StaffWords words, Clock clock) {
        this.signUp = signUp;
        this.forms = forms;
        this.catalogue = catalogue;
        this.site = site;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/staff/sign-ups")
    @PreAuthorize(MAY)
    String begin(@RequestParam(required = false) @Nullable String language, Model model) {
        model.addAttribute("form", AssistedForm.begin(today()));
        return page(language(language), model);
    }

    @PostMapping("/staff/sign-ups")
    @PreAuthorize(MAY)
    String signUp(@ModelAttribute("form") AssistedForm form, BindingResult errors,
            @RequestParam(required = false) @Nullable String language, Principal user, Model model,
            HttpServletResponse response, RedirectAttributes next) {
        String spoken = language(language);
        Optional<Shown> shown = this.catalogue.shown(spoken);
        shown.ifPresent((offers) -> form.check(offers, today(), errors));
        Optional<Asked> asked = shown.flatMap((offers) -> this.forms.asked(form.stamp(), form.ticked(), offers));
        if (!errors.hasErrors() && asked.isEmpty()) {
            errors.reject("staff.assisted.error.stale");
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(spoken, model);
        }
        // Says the same for every address: staff learn of no one whether we know them
        // (C-33).
        this.signUp.request(form.address().orElseThrow(), asked.orElseThrow(),
                form.assistance(user.getName(), this.site.zone()));
        next.addFlashAttribute("done", true);
        return "redirect:/staff/sign-ups?language=" + spoken;
    }

    private String page(String language, Model model) {
        model.addAttribute("language", language);
        model.addAttribute("languages", this.site.languages().stream().map(Language::of).toList());
        model.addAttribute("methods",
                this.words.options("staff.assisted.method", AssistedForm.METHODS.toArray(String[]::new)));
        this.catalogue.shown(language).ifPresent((shown) -> {
            model.addAttribute("shown", shown);
            model.addAttribute("stamp", this.forms.stamp(shown));
        });
        return "assisted/sign-up";
    }

    private String language(@Nullable String asked) {
        List<String> spoken = this.site.languages().stream().map(Locale::getLanguage).toList();
        return (asked != null && spoken.contains(asked)) ? asked : spoken.getFirst();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(this.clock.instant(), this.site.zone());
    }

    /** One that residents speak, with its own name for itself. */
    record Language(String tag, String name) {

        static Language of(Locale locale) {
            return new Language(locale.getLanguage(), locale.getDisplayLanguage(locale));
        }

    }

}
