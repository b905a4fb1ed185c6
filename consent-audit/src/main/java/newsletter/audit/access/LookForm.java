package newsletter.audit.access;

import java.util.Optional;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

import newsletter.personaldata.EmailAddress;

/**
 * What an officer fills in.
 *
 * @param person an address, or the number of a receipt
 * @param reason one of {@link Reason}
 * @param caseNumber of the officer's files; no name fits into it
 */
public record LookForm(@NotBlank(message = "Enter an email address or a receipt number") @Nullable String person,
        @Nullable String reason, @NotBlank(message = "Enter the case number") @Pattern(regexp = "\\s*|" + CASE_NUMBER,
                message = "Case number must be letters, digits and dashes, 32 at most") @Nullable String caseNumber) {

    private static final String CASE_NUMBER = "\\s*[A-Za-z0-9-]{1,32}\\s*";

    private static final java.util.regex.Pattern RECEIPT = java.util.regex.Pattern.compile("[A-Za-z0-9-]{1,64}");

    /** An empty one. */
    public static LookForm empty() {
        return new LookForm("", "", "");
    }

    /** Rules that no annotation knows, told at the field that broke them. */
    public void check(Errors errors) {
        // Nothing entered is refused by its own rule.
        if (!entered().isEmpty() && !RECEIPT.matcher(entered()).matches() && address().isEmpty()) {
            errors.rejectValue("person", "format",
                    "Enter an email address in the correct format, like name@example.org, or a receipt number");
        }
        if (chosen().isEmpty()) {
            errors.rejectValue("reason", "missing", "Select why you are looking");
        }
    }

    String entered() {
        return (this.person != null) ? this.person.strip() : "";
    }

    boolean isAddress() {
        return entered().contains("@");
    }

    Optional<EmailAddress> address() {
        return EmailAddress.parse(entered());
    }

    Optional<Reason> chosen() {
        return Reason.of((this.reason != null) ? this.reason : "");
    }

    String caseText() {
        return (this.caseNumber != null) ? this.caseNumber.strip() : "";
    }

}
