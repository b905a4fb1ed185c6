package newsletter.subscription.confirmation;

/** What can be done about a request. */
enum State {

    /** It can be confirmed. */
    OPEN,

    /** It has been. */
    CONFIRMED,

    /** The mailbox's owner said that they had not asked. */
    DISOWNED,

    /** What it would renew has been ended. */
    OVER,

    /** It can no longer be. */
    EXPIRED,

    /** A newsletter is no longer what it was when it was asked for. */
    OUTDATED

}
