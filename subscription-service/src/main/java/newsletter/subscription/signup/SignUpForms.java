package newsletter.subscription.signup;

import java.time.Clock;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import newsletter.personaldata.Seal;
import newsletter.subscription.catalogue.Catalogue;
import newsletter.subscription.catalogue.Shown;

/** The form on its way out and back, for the pages that have one. */
@Component
public class SignUpForms {

    private final Seal seal;

    private final Clock clock;

    SignUpForms(Seal formSeal, Clock clock) {
        this.seal = formSeal;
        this.clock = clock;
    }

    /** Puts an empty form with these newsletters on a page. */
    public void offer(Shown shown, Model model) {
        model.addAttribute("form", SignUpForm.EMPTY);
        stamp(shown, model);
    }

    void stamp(Shown shown, Model model) {
        model.addAttribute("shown", shown);
        model.addAttribute("stamp", FormStamp.of(shown, this.clock.instant()).seal(this.seal));
    }

    /** What is asked for; empty if the form is stale or forged. */
    Optional<Asked> asked(SignUpForm form, Shown shown) {
        return Optional.ofNullable(form.stamp())
            .flatMap((sealed) -> FormStamp.open(sealed, this.seal))
            .flatMap((stamp) -> stamp.asked(form.ticked(), shown, Catalogue.LANGUAGE, this.clock.instant()));
    }

}
