package newsletter.audit.checkpoint;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A text and who signed it, as C2SP's {@code signed-note} writes it.
 *
 * @param text with its last line break, which is signed too
 */
record SignedNote(String text, List<Line> lines) {

    private static final String DASH = "\u2014 ";

    /** More than anybody needs, so that a huge note does no work. */
    private static final int MAX_LENGTH = 1_000_000;

    SignedNote {
        lines = List.copyOf(lines);
    }

    /**
     * One signature.
     *
     * @param name of the key
     * @param base64 of four bytes of key id, then the signature
     */
    record Line(String name, String base64) {

        static Line of(String name, byte[] keyIdAndSignature) {
            return new Line(name, Base64.getEncoder().encodeToString(keyIdAndSignature));
        }

        byte[] bytes() {
            return Base64.getDecoder().decode(this.base64);
        }

    }

    /** Empty if it is not written as one. Nothing is said about its signatures. */
    static Optional<SignedNote> parse(String note) {
        int blank = note.lastIndexOf("\n\n");
        if (blank < 1 || note.length() > MAX_LENGTH || hasControlCharacter(note) || !note.endsWith("\n")) {
            return Optional.empty();
        }
        List<Line> lines = new ArrayList<>();
        for (String line : note.substring(blank + 2).lines().toList()) {
            String[] parts = line.split(" ", -1);
            if (!line.startsWith(DASH) || parts.length != 3 || parts[1].isEmpty() || parts[1].contains("+")
                    || !isSignature(parts[2])) {
                return Optional.empty();
            }
            lines.add(new Line(parts[1], parts[2]));
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(new SignedNote(note.substring(0, blank + 1), lines));
    }

    private static boolean isSignature(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            // The last letter has bits that the decoder drops: one way of writing only.
            return bytes.length > VerifierKey.ID_BYTES && Base64.getEncoder().encodeToString(bytes).equals(base64);
        }
        catch (IllegalArgumentException ex) {
            return false;
        }
    }

    private static boolean hasControlCharacter(String note) {
        return note.chars().anyMatch((c) -> c < ' ' && c != '\n');
    }

    @Override
    public String toString() {
        var note = new StringBuilder(this.text).append('\n');
        this.lines
            .forEach((line) -> note.append(DASH).append(line.name()).append(' ').append(line.base64()).append('\n'));
        return note.toString();
    }

}
