package newsletter.mailer.rendering;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A mail as it was approved: bytes with a sentinel wherever recipients differ. What is
 * sent is these bytes with the recipient's fields in the sentinels' places, and nothing
 * is rendered again.
 *
 * <p>
 * A sentinel that is missing, doubled, at a place it does not belong, or split by a soft
 * line break makes the mail {@linkplain UncompilableMail uncompilable}: better no mail
 * than one that nobody can unsubscribe from.
 */
public final class CompiledMail {

    /** RFC 5322: no line may be longer, the line break aside. */
    private static final int MAX_LINE = 998;

    /** RFC 2045: no quoted-printable line may be longer, its soft break included. */
    private static final int MAX_ENCODED_LINE = 76;

    private static final byte[] SOFT_BREAK = "=\r\n".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;

    private final String sha256;

    private final List<Cut> cuts;

    private CompiledMail(byte[] bytes, List<Cut> cuts) {
        this.bytes = bytes;
        this.sha256 = HexFormat.of().formatHex(sha256(bytes));
        this.cuts = cuts;
    }

    /**
     * A sentinel in the bytes.
     *
     * @param column how many characters stand before it on its line
     * @param tail how many follow it on its line
     */
    private record Cut(Slot slot, int start, int end, int column, int tail) {
    }

    /**
     * Cuts a rendered mail at its sentinels, or one that was stored.
     * @throws UncompilableMail if a sentinel is not where it must be
     */
    public static CompiledMail of(byte[] bytes) {
        byte[] own = bytes.clone();
        return new CompiledMail(own, cut(own));
    }

    /** Exactly what was approved, sentinels included; to be stored. */
    public byte[] bytes() {
        return this.bytes.clone();
    }

    /** SHA-256 (hex) of {@link #bytes()}: the name under which it was approved. */
    public String sha256() {
        return this.sha256;
    }

    /**
     * One recipient's mail. Lines are not dot-stuffed: that is the transport's.
     * @throws IllegalArgumentException if a field is too long for its line
     */
    public byte[] splice(Recipient recipient) {
        var mail = new ByteArrayOutputStream(this.bytes.length + 1024);
        int from = 0;
        for (Cut cut : this.cuts) {
            mail.write(this.bytes, from, cut.start - from);
            byte[] field = recipient.field(cut.slot).getBytes(StandardCharsets.US_ASCII);
            if (cut.slot.place() == Slot.Place.HEADER) {
                writeIntoHeader(field, cut, mail);
            }
            else {
                writeIntoQuotedPrintable(field, cut, mail);
            }
            from = cut.end;
        }
        mail.write(this.bytes, from, this.bytes.length - from);
        return mail.toByteArray();
    }

    /**
     * A header's line is not folded: an address and a URL have no place to fold at. It
     * may exceed the 78 characters that RFC 5322 recommends, never the 998 that it
     * allows.
     */
    private static void writeIntoHeader(byte[] field, Cut cut, ByteArrayOutputStream mail) {
        if (cut.column + field.length + cut.tail > MAX_LINE) {
            throw new IllegalArgumentException("The field for %s is too long for a header".formatted(cut.slot));
        }
        mail.write(field, 0, field.length);
    }

    /**
     * In a quoted-printable part the equals sign is encoded, and a line that grows past
     * 76 characters is broken softly, which disappears when the part is decoded.
     */
    private static void writeIntoQuotedPrintable(byte[] field, Cut cut, ByteArrayOutputStream mail) {
        int column = cut.column;
        for (byte character : field) {
            int width = (character == '=') ? 3 : 1;
            if (column + width > MAX_ENCODED_LINE - 1) {
                mail.writeBytes(SOFT_BREAK);
                column = 0;
            }
            if (character == '=') {
                mail.write('=');
                mail.write('3');
                mail.write('D');
            }
            else {
                mail.write(character);
            }
            column += width;
        }
        if (column + cut.tail > MAX_ENCODED_LINE) {
            mail.writeBytes(SOFT_BREAK);
        }
    }

    private static List<Cut> cut(byte[] bytes) {
        // One char per byte, so that offsets in the text are offsets in the bytes.
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        int body = text.indexOf("\r\n\r\n");
        if (body < 0) {
            throw new UncompilableMail("The mail has no body");
        }
        List<Cut> cuts = new ArrayList<>();
        for (int mark = text.indexOf(Slot.MARK); mark >= 0; mark = text.indexOf(Slot.MARK, mark + 1)) {
            cuts.add(cutAt(mark, text, body));
        }
        requireComplete(cuts);
        requireUnbroken(text, body, cuts.size());
        return List.copyOf(cuts);
    }

    private static Cut cutAt(int start, String text, int body) {
        for (Slot slot : Slot.values()) {
            if (text.startsWith(slot.sentinel(), start)) {
                Slot.Place place = (start < body) ? Slot.Place.HEADER : Slot.Place.BODY;
                if (slot.place() != place) {
                    throw new UncompilableMail("The sentinel of %s is in the %s".formatted(slot, place));
                }
                int end = start + slot.sentinel().length();
                int column = start - (text.lastIndexOf('\n', start) + 1);
                int lineEnd = text.indexOf('\r', end);
                return new Cut(slot, start, end, column, ((lineEnd >= 0) ? lineEnd : text.length()) - end);
            }
        }
        throw new UncompilableMail("A sentinel is left over");
    }

    private static void requireComplete(List<Cut> cuts) {
        for (Slot slot : Slot.values()) {
            long times = cuts.stream().filter((cut) -> cut.slot == slot).count();
            if (!slot.mayStand(times)) {
                throw new UncompilableMail(
                        "The sentinel of %s is there %d times instead of %d".formatted(slot, times, slot.times()));
            }
        }
    }

    /** With the soft breaks taken out, no sentinel may come to light. */
    private static void requireUnbroken(String text, int body, int found) {
        String joined = text.substring(0, body).replaceAll("\r\n[ \t]", "") + text.substring(body).replace("=\r\n", "");
        int marks = 0;
        for (int mark = joined.indexOf(Slot.MARK); mark >= 0; mark = joined.indexOf(Slot.MARK, mark + 1)) {
            marks++;
        }
        if (marks != found) {
            throw new UncompilableMail("A sentinel is split by a line break");
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
