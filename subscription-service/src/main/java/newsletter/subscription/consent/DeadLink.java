package newsletter.subscription.consent;

/** A link from a mail that is good for nothing, or no longer. */
public final class DeadLink extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public DeadLink(Reason reason) {
        super("A link is dead: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return this.reason;
    }

    /** Why. */
    public enum Reason {

        /** Forged, cut short, or made for something else. */
        UNKNOWN,

        /** Its time is over. */
        EXPIRED,

        /** What it was about has changed. */
        OUTDATED,

        /** It was used, and what came of it has been ended since. */
        ENDED

    }

}
