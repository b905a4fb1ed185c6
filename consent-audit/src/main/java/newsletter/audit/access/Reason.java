package newsletter.audit.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why an officer looks. A list, since free text could name somebody, and the ledger
 * cannot forget.
 */
public enum Reason {

    SUBJECT_ACCESS_REQUEST("Subject access request"),

    COMPLAINT("Complaint"),

    REGULATORS_INQUIRY("Regulator's inquiry"),

    DELETION_REQUEST("Deletion request"),

    SECURITY_INCIDENT("Security incident"),

    QUALITY_CHECK("Quality check");

    private final String text;

    Reason(String text) {
        this.text = text;
    }

    /** For people. */
    public String text() {
        return this.text;
    }

    /** For events and forms: {@code subject-access-request}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Reason> of(String code) {
        return Arrays.stream(values()).filter((reason) -> reason.code().equals(code)).findFirst();
    }

}
