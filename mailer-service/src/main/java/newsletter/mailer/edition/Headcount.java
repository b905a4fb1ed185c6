package newsletter.mailer.edition;

import java.util.Locale;

/** How many people there are, in words that single nobody out. */
final class Headcount {

    /** Fewer than this, and somebody who knows the town could guess who they are. */
    private static final int SMALL = 10;

    private Headcount() {
    }

    static String words(long people) {
        return (people < SMALL) ? "fewer than " + SMALL + " residents"
                : String.format(Locale.ENGLISH, "%,d residents", people);
    }

}
