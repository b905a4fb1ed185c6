package newsletter.audit.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

import newsletter.events.NewsletterPublished.Wording;

/**
 * Words that a person was shown.
 *
 * @param what they were: the statement beside the box, the letter that asked
 * @param sha256 by which the event names them
 * @param wording the words, or nothing if none with that name were ever published
 */
public record Shown(String what, String sha256, @Nullable Wording wording) {

    /** Whether the words, hashed anew, are those that the event names. */
    public boolean matches() {
        return this.wording != null && this.sha256.equals(hashOf(this.wording.text()));
    }

    private static String hashOf(String text) {
        try {
            return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("Every Java has SHA-256", ex);
        }
    }

}
