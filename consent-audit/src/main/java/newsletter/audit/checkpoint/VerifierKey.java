package newsletter.audit.checkpoint;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

import com.google.crypto.tink.subtle.Ed25519Verify;

/**
 * What anybody needs to check our signatures: {@code name+id+key}, as C2SP's
 * {@code signed-note} writes it.
 */
final class VerifierKey {

    /** How many bytes of a hash name a key. */
    static final int ID_BYTES = 4;

    private static final byte ED25519 = 1;

    private final String name;

    private final byte[] publicKey;

    /**
     * @param name the origin of the log
     * @param publicKey 32 bytes
     */
    VerifierKey(String name, byte[] publicKey) {
        this.name = name;
        this.publicKey = publicKey.clone();
    }

    String name() {
        return this.name;
    }

    /** The first bytes of SHA-256(name ‖ line feed ‖ 0x01 ‖ public key). */
    byte[] id() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((this.name + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(typeAndKey());
            return Arrays.copyOf(digest.digest(), ID_BYTES);
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("Every Java has SHA-256", ex);
        }
    }

    /** Whether a line of a note names this key. */
    boolean isNamedBy(SignedNote.Line line) {
        return line.name().equals(this.name) && Arrays.equals(Arrays.copyOf(line.bytes(), ID_BYTES), id());
    }

    /** Whether the line's signature is this key's, for the text. */
    boolean verifies(SignedNote.Line line, String text) {
        byte[] bytes = line.bytes();
        try {
            new Ed25519Verify(this.publicKey).verify(Arrays.copyOfRange(bytes, ID_BYTES, bytes.length),
                    text.getBytes(StandardCharsets.UTF_8));
            return true;
        }
        catch (GeneralSecurityException ex) {
            return false;
        }
    }

    private byte[] typeAndKey() {
        var bytes = new ByteArrayOutputStream();
        bytes.write(ED25519);
        bytes.writeBytes(this.publicKey);
        return bytes.toByteArray();
    }

    /** The verifier key string, to be published. */
    @Override
    public String toString() {
        return this.name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typeAndKey());
    }

}
