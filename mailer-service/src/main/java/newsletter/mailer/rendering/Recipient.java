package newsletter.mailer.rendering;

import java.util.regex.Pattern;

/**
 * The fields in which one recipient's mail differs from the next one's. All are printable
 * ASCII: a line break in one of them would let it write headers of its own.
 *
 * @param to the address alone, without a name or angle brackets
 * @param messageId without angle brackets
 * @param date as RFC 5322 writes it: {@code Sun, 22 Nov 2026 09:00:00 +0000}
 * @param oneClickUrl where mail programs post to unsubscribe (RFC 8058)
 * @param unsubscribeUrl the page that people see
 * @param preferencesUrl the page with all that they agreed to
 */
public record Recipient(String to, String messageId, String date, String oneClickUrl, String unsubscribeUrl,
        String preferencesUrl) {

    /** Of an address or a Message-ID: nothing that would begin another one, or a name. */
    private static final Pattern LOCAL_AND_DOMAIN = Pattern.compile("[!-~&&[^<>()\\[\\],;:\\\\\"@]]+@[A-Za-z0-9.-]+");

    private static final Pattern DATE = Pattern.compile("[A-Za-z0-9,:+ -]{20,40}");

    /** Nothing that HTML would have to escape, so that both parts show the same. */
    private static final Pattern URL = Pattern.compile("https?://[A-Za-z0-9._~:/%?=@+\\[\\]-]+");

    public Recipient {
        require("to", LOCAL_AND_DOMAIN, to);
        require("messageId", LOCAL_AND_DOMAIN, messageId);
        require("date", DATE, date);
        require("oneClickUrl", URL, oneClickUrl);
        require("unsubscribeUrl", URL, unsubscribeUrl);
        require("preferencesUrl", URL, preferencesUrl);
    }

    String field(Slot slot) {
        return switch (slot) {
            case TO -> this.to;
            case MESSAGE_ID -> this.messageId;
            case DATE -> this.date;
            case ONE_CLICK_URL -> this.oneClickUrl;
            case UNSUBSCRIBE_URL -> this.unsubscribeUrl;
            case PREFERENCES_URL -> this.preferencesUrl;
        };
    }

    /** The value is left out of the message: it may be an address or a token. */
    private static void require(String name, Pattern pattern, String value) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("The field '%s' does not fit into a mail".formatted(name));
        }
    }

    /** Says nothing: an address does not belong in a log. */
    @Override
    public String toString() {
        return "Recipient";
    }

}
