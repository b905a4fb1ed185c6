package newsletter.subscription.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import newsletter.personaldata.EmailAddress;

/**
 * One line of a file, as it was written there. Only evidence that is complete counts.
 *
 * @param number as a person counts who has the file open: the first line is the header
 */
record FileLine(int number, String address, String newsletter, String language, String statementVersion,
        String collectedAt, String script, String evidence) {

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private static final int LONGEST_SCRIPT = 64;

    Optional<EmailAddress> mailbox() {
        return EmailAddress.parse(this.address);
    }

    /** Whether there is all that a proof takes, in a form in which it can be kept. */
    boolean isEvident() {
        return !this.statementVersion.isEmpty() && collected() != null && !this.script.isEmpty()
                && this.script.length() <= LONGEST_SCRIPT && REFERENCE.matcher(this.evidence).matches();
    }

    /**
     * An instant such as {@code 2025-03-31T09:30:00Z}, or a day, whose first moment
     * counts.
     */
    @Nullable Instant collected() {
        try {
            return (this.collectedAt.length() == 10)
                    ? LocalDate.parse(this.collectedAt).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(this.collectedAt);
        }
        catch (DateTimeParseException ex) {
            return null;
        }
    }

    /** Says nothing: an address does not belong in a log. */
    @Override
    public String toString() {
        return "line " + this.number;
    }

}
