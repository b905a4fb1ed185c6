package newsletter.personaldata;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;

/**
 * Lets a text travel through the hands of others and come back unaltered. What is sealed
 * can be read by anyone; only a holder of the keyset can seal, and only for one purpose.
 */
public final class Seal {

    /** Far above what we seal; stops a huge one before any work is done on it. */
    private static final int MAX_LENGTH = 4096;

    private final Mac mac;

    /**
     * @throws IllegalArgumentException if the keyset is not for message authentication
     */
    public Seal(KeysetHandle keyset) {
        try {
            this.mac = keyset.getPrimitive(RegistryConfiguration.get(), Mac.class);
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalArgumentException("This keyset cannot seal", ex);
        }
    }

    /**
     * Seals a text: {@code base64url(text).base64url(MAC)}, safe in a URL.
     * @param purpose what it may be used for; has no NUL
     */
    public String seal(String purpose, String text) {
        try {
            return encode(text.getBytes(StandardCharsets.UTF_8)) + "."
                    + encode(this.mac.computeMac(sealed(purpose, text)));
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException("Could not seal", ex);
        }
    }

    /** The text, or empty if it was not sealed by us for this purpose. */
    public Optional<String> open(String purpose, String sealed) {
        int dot = sealed.indexOf('.');
        if (dot < 0 || sealed.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            String text = new String(decode(sealed.substring(0, dot)), StandardCharsets.UTF_8);
            byte[] seal = decode(sealed.substring(dot + 1));
            this.mac.verifyMac(seal, sealed(purpose, text));
            return Optional.of(text);
        }
        catch (GeneralSecurityException | IllegalArgumentException ex) {
            return Optional.empty();
        }
    }

    private static byte[] sealed(String purpose, String text) {
        return (purpose + '\0' + text).getBytes(StandardCharsets.UTF_8);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Takes only the one way in which we write it: Java's decoder ignores spare bits. */
    private static byte[] decode(String text) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        if (!encode(bytes).equals(text)) {
            throw new IllegalArgumentException("Not as we write it");
        }
        return bytes;
    }

}
