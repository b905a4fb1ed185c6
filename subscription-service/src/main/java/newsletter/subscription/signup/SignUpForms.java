package newsletter.subscription.signup;

import java.time.Clock;
import java.util.Optional;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import newsletter.personaldata.Seal;
import newsletter.subscription.catalogue.Shown;

/** The form on its way out and back, for the pages that have one. */
@Component
public class SignUpForms {

    private final Seal seal;

    private final Clock clock;

    private final SignUpProperties limits;

    private final Counter robots;

    SignUpForms(Seal formSeal, Clock clock, SignUpProperties limits, MeterRegistry metrics) {
        this.seal = formSeal;
        this.clock = clock;
        this.limits = limits;
        this.robots = Counter.builder("sign-up.turned-away")
            .description("Sign-up forms that nothing came of, and why")
            .tag("why", "robot")
            .register(metrics);
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

    /**
     * Whether it looks as if no person had filled it in. It is answered like any
     * other, so that a robot does not learn what gave it away.
     */
    boolean isOfARobot(SignUpForm form) {
        boolean robot = form.fillsInWhatIsHidden() || open(form)
            .filter((stamp) -> stamp.isYoungerThan(this.limits.minimumFillTime(), this.clock.instant()))
            .isPresent();
        if (robot) {
            this.robots.increment();
        }
        return robot;
    }

    private Optional<FormStamp> open(SignUpForm form) {
        return Optional.ofNullable(form.stamp()).flatMap((sealed) -> FormStamp.open(sealed, this.seal));
    }

    /** What is asked for; empty if the form is stale or forged. */
    Optional<Asked> asked(SignUpForm form, Shown shown) {
        return open(form).flatMap((stamp) -> stamp.asked(form.ticked(), shown, this.clock.instant()));
    }

}
