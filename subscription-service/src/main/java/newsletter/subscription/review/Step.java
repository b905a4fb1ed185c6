package newsletter.subscription.review;

import java.util.Locale;

/** What was done. */
public enum Step {

    WRITTEN, SUBMITTED, WITHDRAWN, SENT_BACK, PUBLISHED, DISCARDED;

    /** As the database writes it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** As messages call it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Step of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

}
