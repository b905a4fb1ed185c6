package newsletter.inbox;

/**
 * A record that can never be taken in, for a reason other than its JSON: a key that is no
 * id, a tombstone where there is none. A listener throws it, and the record goes to the
 * dead-letter topic.
 */
public class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * @param reason goes into log and headers, so it must not quote the record
     */
    public Unreadable(String reason) {
        super(reason);
    }

}
