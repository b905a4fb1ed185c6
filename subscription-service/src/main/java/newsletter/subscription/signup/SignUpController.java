package newsletter.subscription.signup;

import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

import newsletter.subscription.catalogue.Catalogue;
import newsletter.subscription.catalogue.Shown;

/** The sign-up form, and the page that is the same for every address. */
@Controller
class SignUpController {

    private final SignUp signUp;

    private final SignUpForms forms;

    private final AddressDoubts doubts;

    private final Catalogue catalogue;

    SignUpController(SignUp signUp, SignUpForms forms, AddressDoubts doubts, Catalogue catalogue) {
        this.signUp = signUp;
        this.forms = forms;
        this.doubts = doubts;
        this.catalogue = catalogue;
    }

    @GetMapping("/")
    String form(Locale locale, Model model) {
        Optional<Shown> shown = this.catalogue.shown(locale.getLanguage());
        shown.ifPresent((offers) -> this.forms.offer(offers, model));
        return shown.isPresent() ? "sign-up" : "nothing-on-offer";
    }

    @PostMapping("/")
    String signUp(@ModelAttribute("form") SignUpForm form, BindingResult errors, Locale locale, Model model,
            HttpServletResponse response) {
        Optional<Shown> shown = this.catalogue.shown(locale.getLanguage());
        if (shown.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "nothing-on-offer";
        }
        form.check(shown.get(), errors);
        this.doubts.check(form, errors).ifPresent((address) -> model.addAttribute("doubted", address));
        if (!errors.hasErrors()) {
            send(form, shown.get(), errors);
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            this.forms.stamp(shown.get(), model);
            return "sign-up";
        }
        return "redirect:/check-your-email";
    }

    private void send(SignUpForm form, Shown shown, BindingResult errors) {
        Optional<Asked> asked = this.forms.asked(form, shown);
        if (asked.isEmpty()) {
            errors.reject("sign-up.error.stale");
            return;
        }
        if (this.forms.isOfARobot(form)) {
            return;
        }
        form.address().ifPresent((address) -> this.signUp.request(address, asked.get()));
    }

    @GetMapping("/check-your-email")
    String checkYourEmail() {
        return "check-your-email";
    }

}
