package newsletter.mailer.handover;

/**
 * What became of one hand-over.
 *
 * @param words the relay's, or ours where it said nothing; without any address
 */
public record Answer(Verdict verdict, String words) {

    /** Whether the mail will arrive, as far as the relay is concerned. */
    public enum Verdict {

        /** It is the relay's now. */
        ACCEPTED,

        /** Not for this recipient, now or ever (5xx). */
        REFUSED,

        /** Not now (4xx, or the connection broke while it was still ours). */
        DEFERRED,

        /** All of it was sent, and no answer came: it may arrive. */
        IN_DOUBT

    }

    /**
     * What we do not even try: it waits, and says why.
     */
    public static Answer notTried(String words) {
        return new Answer(Verdict.DEFERRED, words);
    }

}
