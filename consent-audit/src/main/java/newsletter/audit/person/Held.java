package newsletter.audit.person;

import newsletter.personaldata.EmailAddress;

/** What is held of a person's address. */
public sealed interface Held {

    /**
     * It can be read.
     *
     * @param commitment what a consent given for this address commits to
     */
    record Open(EmailAddress address, String commitment) implements Held {
    }

    /** It was not told yet, or taken back before anything was agreed to. */
    record Nothing() implements Held {
    }

    /** The person was erased. */
    record Erased() implements Held {
    }

    /** None of our keys opens it. */
    record Locked() implements Held {
    }

}
