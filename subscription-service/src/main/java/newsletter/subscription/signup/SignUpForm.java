package newsletter.subscription.signup;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

import newsletter.personaldata.EmailAddress;
import newsletter.subscription.catalogue.Shown;

/**
 * What was typed.
 *
 * @param newsletters the ticked boxes
 * @param stamp see {@link FormStamp}
 * @param website a field that people do not see, so that only robots fill it in
 * @param asTyped the address that was doubted, and that they say is right
 */
record SignUpForm(@Nullable List<String> newsletters, @Nullable String emailAddress, @Nullable String stamp,
        @Nullable String website, @Nullable String asTyped) {

    /** Nothing ticked, nothing typed (C-01). */
    static final SignUpForm EMPTY = new SignUpForm(null, null, null, null, null);

    Set<String> ticked() {
        return (this.newsletters != null) ? new LinkedHashSet<>(this.newsletters) : Set.of();
    }

    Optional<EmailAddress> address() {
        return EmailAddress.parse(typed());
    }

    /** Whether they were asked about this very address, and meant it. */
    boolean isMeant(EmailAddress address) {
        return address.mailbox().equals(this.asTyped);
    }

    boolean fillsInWhatIsHidden() {
        return this.website != null && !this.website.isBlank();
    }

    private String typed() {
        return (this.emailAddress != null) ? this.emailAddress : "";
    }

    /** In the order of the page. */
    void check(Shown shown, Errors errors) {
        if (ticked().isEmpty()) {
            errors.rejectValue("newsletters", "sign-up.error.no-newsletter");
        }
        else if (!ticked().stream().allMatch((id) -> shown.offer(id).isPresent())) {
            errors.rejectValue("newsletters", "sign-up.error.unknown-newsletter");
        }
        if (typed().isBlank()) {
            errors.rejectValue("emailAddress", "sign-up.error.no-address");
        }
        else if (address().isEmpty()) {
            errors.rejectValue("emailAddress", "sign-up.error.not-an-address");
        }
    }

}
