package newsletter.subscription.imports;

/** What comes of one line of a file. */
enum Outcome {

    /** It has evidence: a consent, as of the day on which it was given. */
    SUBSCRIBED,

    /** It has no evidence: a letter that asks for permission. */
    ASKED,

    /**
     * The person takes the newsletter already, or was asked for it and may still answer.
     */
    KNOWN,

    /** The person was asked for permission once, and did not give it. */
    ASKED_BEFORE,

    /** The person has left this newsletter: nobody but they can bring them back. */
    WITHDRAWN,

    /** The address is not to be written to. */
    SUPPRESSED,

    /** So long ago that the consent has run out. */
    TOO_OLD,

    /**
     * The words that were agreed to are not about what the newsletter is for now (C-29).
     */
    OTHER_PURPOSE,

    /** The same address and newsletter stand on an earlier line. */
    TWICE,

    /** A mailbox of duty, such as {@code postmaster}, which is nobody’s own. */
    ROLE,

    /** There is no address, or it is none. */
    NO_ADDRESS,

    /** No newsletter of this name is on offer. */
    NO_NEWSLETTER,

    /** It is in no language in which we can ask. */
    NO_LANGUAGE;

    /** Whether somebody gets a letter because of it. */
    boolean isDone() {
        return this == SUBSCRIBED || this == ASKED;
    }

}
