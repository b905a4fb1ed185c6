package newsletter.audit.access;

import java.util.Arrays;
import java.util.List;

import newsletter.theme.Option;

/**
 * Why an officer may look at a person. Chosen from a list, since free text could name
 * somebody and the ledger cannot forget.
 */
enum Reason {

    SUBJECT_ACCESS_REQUEST("subject-access-request", "The person asked what we hold"),
    COMPLAINT("complaint", "The person complained"), REGULATOR("regulator-inquiry", "The regulator asked"),
    ERASURE_REQUEST("erasure-request", "The person asked to be erased"),
    INCIDENT("security-incident", "A security incident is being looked into"),
    QUALITY_CHECK("quality-check", "A check of our own records");

    private final String wireName;

    private final String label;

    Reason(String wireName, String label) {
        this.wireName = wireName;
        this.label = label;
    }

    /** As it stands in the ledger. */
    String wireName() {
        return this.wireName;
    }

    static boolean isOne(String wireName) {
        return Arrays.stream(values()).anyMatch((reason) -> reason.wireName.equals(wireName));
    }

    /** What a ledger entry's reason means, in words. */
    public static String label(String wireName) {
        return Arrays.stream(values())
            .filter((reason) -> reason.wireName.equals(wireName))
            .findFirst()
            .map((reason) -> reason.label)
            .orElse(wireName);
    }

    static List<Option> options() {
        return Arrays.stream(values()).map((reason) -> new Option(reason.wireName, reason.label)).toList();
    }

}
