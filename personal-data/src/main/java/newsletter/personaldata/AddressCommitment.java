package newsletter.personaldata;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Binds a consent to an address without saying it: HMAC-SHA-256 under a salt of 32 random
 * bytes per subscriber, in hex. With salt and address anyone can check it; once the salt
 * is destroyed nobody can, and the ledger need not be rewritten to forget a person.
 */
public final class AddressCommitment {

    private static final int SALT_BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private AddressCommitment() {
    }

    public static byte[] newSalt() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return salt;
    }

    /**
     * The commitment, 64 hex digits.
     * @param salt 32 bytes, this subscriber's own
     */
    public static String of(EmailAddress address, byte[] salt) {
        try {
            Mac hmac = Mac.getInstance("HmacSHA256");
            hmac.init(new SecretKeySpec(salt, "HmacSHA256"));
            return HexFormat.of().formatHex(hmac.doFinal(address.canonical().getBytes(StandardCharsets.UTF_8)));
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
