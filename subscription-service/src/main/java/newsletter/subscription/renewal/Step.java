package newsletter.subscription.renewal;

/** What time does to a consent. */
enum Step {

    NOTHING,

    /** It runs out soon: its giver is asked to renew it. */
    ASK,

    /** It runs out very soon: they are asked for the last time. */
    REMIND,

    /** The newsletter is no longer for what was agreed to: they are asked anew. */
    ASK_ANEW,

    /** Its time is over. */
    EXPIRE

}
