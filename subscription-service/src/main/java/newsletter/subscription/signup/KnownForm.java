package newsletter.subscription.signup;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import newsletter.personaldata.EmailAddress;
import newsletter.personaldata.Seal;
import newsletter.subscription.catalogue.Shown;

/**
 * The sign-up form for a person whom we know, who types no address. It is bound to the
 * words on it like any other (C-04), and nothing comes of it but a letter that asks to
 * confirm, within the limits that there are for those.
 */
@Service
public class KnownForm {

    private final SignUp signUp;

    private final Seal seal;

    private final Clock clock;

    KnownForm(SignUp signUp, Seal formSeal, Clock clock) {
        this.signUp = signUp;
        this.seal = formSeal;
        this.clock = clock;
    }

    public String stamp(Shown shown) {
        return FormStamp.of(shown, this.clock.instant()).seal(this.seal);
    }

    /** What the ticked boxes ask for; empty if the form is stale or forged. */
    public Optional<Asked> asked(@Nullable String stamp, Set<String> ticked, Shown current) {
        return Optional.ofNullable(stamp)
            .flatMap((sealed) -> FormStamp.open(sealed, this.seal))
            .flatMap((opened) -> opened.asked(ticked, current, this.clock.instant()));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void request(EmailAddress address, Asked asked) {
        this.signUp.request(address, asked);
    }

}
