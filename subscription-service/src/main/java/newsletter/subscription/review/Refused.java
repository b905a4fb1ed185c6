package newsletter.subscription.review;

import java.util.Locale;

/** Somebody asked for what the rules do not allow, or no longer. */
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public Refused(Reason reason) {
        super(reason.key());
        this.reason = reason;
    }

    public Reason reason() {
        return this.reason;
    }

    /** Why. */
    public enum Reason {

        /** Somebody else was quicker. */
        CHANGED_MEANWHILE,

        /** There is an open proposal for this already. */
        ALREADY_OPEN,

        /** Its author cannot release it. */
        OWN_WORK,

        /** It has moved on. */
        NOT_NOW,

        /** What is sent back is sent back with a reason. */
        NO_COMMENT,

        /** Aimed at children, without an assessment (C-14). */
        NO_DPIA,

        /** A wording that does not say what it has to (C-05, C-06). */
        FINDINGS,

        /** The same text has been published before. */
        SAME_TEXT,

        /** A statement for a newsletter that is not there yet. */
        NO_NEWSLETTER,

        /** It would begin before, or while, another one does. */
        BEGINS_TOO_EARLY,

        /** Nobody has said whether it changes what people agreed to (C-29). */
        NOT_SAID_WHETHER_MATERIAL;

        /** As messages call it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

    }

}
