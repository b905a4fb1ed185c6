package newsletter.events;

/** The names of the topics. Who writes and who reads them: {@code asyncapi.yaml}. */
public final class Topics {

    /** Facts about consent, keyed by subscriber, kept for ever. */
    public static final String CONSENT_EVENTS = "consent-events";

    /**
     * Encrypted addresses, keyed by subscriber, compacted; a tombstone means erased.
     */
    public static final String SUBSCRIBER_CONTACTS = "subscriber-contacts";

    /** Newsletters with every wording, keyed by newsletter, compacted. */
    public static final String NEWSLETTERS = "newsletters";

    /** Published editions, keyed by edition, compacted. */
    public static final String EDITIONS = "editions";

    /** What became of each mail, keyed by edition or, for a letter, by subscriber. */
    public static final String DELIVERY_REPORTS = "delivery-reports";

    /**
     * Who looked at whom and why, keyed by subscriber or, where nobody was found, by
     * case; kept for ever.
     */
    public static final String AUDIT_EVENTS = "audit-events";

    /**
     * Which service has done what an event asked of it, keyed by subscriber, kept for 30
     * days.
     */
    public static final String ACKNOWLEDGEMENTS = "acknowledgements";

    /** Signed checkpoints of the ledger, one partition, kept for ever. */
    public static final String LEDGER_CHECKPOINTS = "ledger-checkpoints";

    private static final String DEAD_LETTER_SUFFIX = "-dlt";

    private Topics() {
    }

    /**
     * Where records of a topic go that could not be read, with the reason in headers.
     */
    public static String deadLetters(String topic) {
        return topic + DEAD_LETTER_SUFFIX;
    }

}
