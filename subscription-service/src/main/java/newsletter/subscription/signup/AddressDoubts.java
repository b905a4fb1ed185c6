package newsletter.subscription.signup;

import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

import newsletter.personaldata.EmailAddress;
import newsletter.subscription.maildomain.MailDomains;

/**
 * What speaks against an address that is well-formed. All of it is decided on the domain
 * alone, so it cannot tell whether we know anybody there (I-7).
 */
@Component
class AddressDoubts {

    private final DomainProperties domains;

    private final WellKnownDomains wellKnown;

    private final MailDomains mailDomains;

    AddressDoubts(DomainProperties domains, MailDomains mailDomains) {
        this.domains = domains;
        this.wellKnown = new WellKnownDomains(domains.wellKnown());
        this.mailDomains = mailDomains;
    }

    /**
     * Adds what is wrong to the errors, where the address is not among them already.
     * @return the address, if it may be right all the same: its owner decides
     */
    Optional<String> check(SignUpForm form, Errors errors) {
        Optional<EmailAddress> address = errors.hasFieldErrors("emailAddress") ? Optional.empty() : form.address();
        return address.flatMap((typed) -> check(typed, form, errors));
    }

    private Optional<String> check(EmailAddress typed, SignUpForm form, Errors errors) {
        if (this.domains.refused().contains(typed.domain())) {
            reject(errors, "refused-domain", typed.domain());
            return Optional.empty();
        }
        Optional<String> meant = form.isMeant(typed) ? Optional.empty() : this.wellKnown.meant(typed.domain());
        if (meant.isPresent()) {
            reject(errors, "typo", typed.mailboxAt(meant.get()));
            return Optional.of(typed.mailbox());
        }
        // Last: it waits for somebody else.
        if (this.mailDomains.takesNone(typed.domain())) {
            reject(errors, "no-mail", typed.domain());
        }
        return Optional.empty();
    }

    private static void reject(Errors errors, String why, String argument) {
        errors.rejectValue("emailAddress", "sign-up.error." + why, new Object[] { argument }, null);
    }

}
