package newsletter.subscription.accesslink;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

import newsletter.personaldata.EmailAddress;

/** What was typed. */
record LinkForm(@Nullable String emailAddress) {

    static final LinkForm EMPTY = new LinkForm(null);

    Optional<EmailAddress> address() {
        return EmailAddress.parse(typed());
    }

    private String typed() {
        return (this.emailAddress != null) ? this.emailAddress : "";
    }

    void check(Errors errors) {
        if (typed().isBlank()) {
            errors.rejectValue("emailAddress", "sign-up.error.no-address");
        }
        else if (address().isEmpty()) {
            errors.rejectValue("emailAddress", "sign-up.error.not-an-address");
        }
    }

}
