package newsletter.mailer.rendering;

import java.nio.charset.StandardCharsets;

/**
 * A place in the approved bytes that differs from one recipient to the next.
 *
 * <p>
 * A sentinel is made of letters alone: quoted-printable, HTML, Markdown and header
 * encoding all leave those as they are.
 */
enum Slot {

    TO("To", Place.HEADER),

    MESSAGE_ID("MessageId", Place.HEADER),

    DATE("Date", Place.HEADER),

    ONE_CLICK_URL("OneClick", Place.HEADER),

    /** Once in the text part and once in the HTML part. */
    UNSUBSCRIBE_URL("Unsubscribe", Place.BODY),

    /** Likewise; a mail that was approved before there was such a page has none. */
    PREFERENCES_URL("Preferences", Place.BODY);

    /** Begins every sentinel, and nothing else in a mail. */
    static final String MARK = "ZqxSlot";

    private final String sentinel;

    private final Place place;

    Slot(String name, Place place) {
        this.sentinel = MARK + name + "Zqx";
        this.place = place;
    }

    enum Place {

        HEADER, BODY

    }

    String sentinel() {
        return this.sentinel;
    }

    byte[] sentinelBytes() {
        return this.sentinel.getBytes(StandardCharsets.US_ASCII);
    }

    Place place() {
        return this.place;
    }

    /** Whether it may stand in a mail so often; anything else is a mistake. */
    boolean mayStand(long times) {
        return times == times() || (times == 0 && this == PREFERENCES_URL);
    }

    int times() {
        return (this.place == Place.HEADER) ? 1 : 2;
    }

}
