package newsletter.audit.access;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an officer fills in to find a person.
 *
 * @param search an email address, or the number of a receipt
 * @param caseNumber of the officer's own file
 */
record FindForm(
        @NotBlank(message = "Enter an email address or a receipt number") @Size(max = 320,
                message = "Enter at most 320 characters") @Nullable String search,
        @NotBlank(message = "Choose why you look") @Nullable String reason,
        @NotBlank(message = "Enter a case number") @Pattern(regexp = "[A-Za-z0-9-]{0,32}",
                message = "A case number has at most 32 letters, digits and dashes") @Nullable String caseNumber) {

    /** The form as it is first shown. */
    static FindForm empty() {
        return new FindForm(null, null, null);
    }

    @AssertTrue(message = "Choose one of the reasons")
    boolean isReasonKnown() {
        return this.reason == null || this.reason.isBlank() || Reason.isOne(this.reason);
    }

    /** As typed; the form is valid only if there is one. */
    String searched() {
        return text(this.search);
    }

    String why() {
        return text(this.reason);
    }

    String file() {
        return text(this.caseNumber);
    }

    private static String text(@Nullable String typed) {
        return (typed != null) ? typed.strip() : "";
    }

    /** Not what was searched for: what is printed ends up in a log. */
    @Override
    public String toString() {
        return "a search for a person";
    }

}
