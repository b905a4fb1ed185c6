package newsletter.mailer.handover;

import java.util.regex.Pattern;

/**
 * A relay's reply, fit to be kept: one line, bounded, without anything that is or may be
 * an address. Relays like to quote whom they could not find.
 */
final class ReplyText {

    private static final int MAX_LENGTH = 300;

    private static final String STRUCK = "[…]";

    /** Code and enhanced status: never part of an address, and worth keeping. */
    private static final Pattern STATUS = Pattern.compile("^\\d{3}([ -]+[245]\\.\\d{1,3}\\.\\d{1,3})?(?=[ -]|$)");

    /** A repeated code at the beginning of a further line. */
    private static final Pattern CONTINUATION = Pattern.compile("[\\r\\n]+(\\d{3}[ -])?");

    /** Also as in a URL, as in VERP ({@code user=example.org}) and in angle brackets. */
    private static final Pattern LIKE_AN_ADDRESS = Pattern
        .compile("<[^<>]*>|[^\\s<>\"'(),;]*(@|=40|%40|=(?=[^\\s=]*\\.))[^\\s<>\"'(),;]*");

    private ReplyText() {
    }

    /**
     * @param mailbox whose mail the reply is about; empty if nobody's
     */
    static String of(String reply, String mailbox) {
        String line = CONTINUATION.matcher(reply.strip()).replaceAll(" ").replaceAll("\\p{Cntrl}", "?");
        var status = STATUS.matcher(line);
        String kept = status.find() ? status.group() : "";
        String text = LIKE_AN_ADDRESS.matcher(line.substring(kept.length())).replaceAll(STRUCK);
        if (!mailbox.isEmpty()) {
            String localPart = mailbox.substring(0, mailbox.lastIndexOf('@'));
            text = Pattern
                .compile("(?<![\\p{Alnum}])" + Pattern.quote(localPart) + "(?![\\p{Alnum}])", Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .replaceAll(STRUCK);
        }
        String whole = kept + text;
        return (whole.length() > MAX_LENGTH) ? whole.substring(0, MAX_LENGTH) : whole;
    }

}
