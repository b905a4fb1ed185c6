package newsletter.subscription.newaddress;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

import newsletter.personaldata.EmailAddress;

/** What was typed. The same rules and words as where one signs up. */
record AddressForm(@Nullable String emailAddress) {

    static final AddressForm EMPTY = new AddressForm(null);

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
