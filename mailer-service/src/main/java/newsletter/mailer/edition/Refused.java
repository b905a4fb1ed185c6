package newsletter.mailer.edition;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Somebody asked for what the rules do not allow, or no longer. */
@ResponseStatus(HttpStatus.CONFLICT)
class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    Refused(Reason reason) {
        super(reason.words);
        this.reason = reason;
    }

    Reason reason() {
        return this.reason;
    }

    /** Why, in words for the person who asked. */
    enum Reason {

        CHANGED_MEANWHILE(
                "Somebody else changed this edition while you had it open. Look at it again before you decide."),

        OTHER_CONTENT("This edition is no longer the one you looked at: it was changed and submitted again. "
                + "Look at it again before you decide."),

        OWN_WORK("You wrote a part of this edition, so somebody else must release it."),

        NOT_NOW("This edition has moved on, so this is no longer possible."),

        NOT_SENDABLE("This edition has errors that must be put right first."),

        NO_COMMENT("Say what has to be changed."),

        PURPOSE_CHANGED(
                "The purpose of the newsletter has changed since this edition was submitted. Those who agreed to "
                        + "the old purpose must not get it for the new one: take it back to draft and submit it again."),

        UNKNOWN_NEWSLETTER("There is no such newsletter any more.");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

    }

}
