package newsletter.personaldata;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;

/**
 * Encrypts what is known of one subscriber. The subscriber and the field are the
 * associated data, so that a ciphertext moved to another row or column does not open.
 */
public final class AddressCipher {

    private final Aead aead;

    /**
     * @throws IllegalArgumentException if the keyset is not for authenticated encryption
     */
    public AddressCipher(KeysetHandle keyset) {
        try {
            this.aead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalArgumentException("This keyset cannot encrypt addresses", ex);
        }
    }

    public byte[] encryptAddress(UUID subscriberId, EmailAddress address) {
        return encrypt(address.mailbox().getBytes(StandardCharsets.UTF_8), associatedData("address", subscriberId));
    }

    /**
     * The address that was encrypted for this subscriber.
     * @throws IllegalStateException if the bytes were not encrypted for this subscriber
     * by one of the keys
     */
    public EmailAddress decryptAddress(UUID subscriberId, byte[] ciphertext) {
        byte[] mailbox = decrypt(ciphertext, associatedData("address", subscriberId));
        return EmailAddress.parse(new String(mailbox, StandardCharsets.UTF_8))
            .orElseThrow(() -> new IllegalStateException("What was encrypted is no address"));
    }

    public byte[] encryptSalt(UUID subscriberId, byte[] salt) {
        return encrypt(salt, associatedData("salt", subscriberId));
    }

    /**
     * The commitment salt that was encrypted for this subscriber.
     * @throws IllegalStateException if the bytes were not encrypted for this subscriber
     * by one of the keys
     */
    public byte[] decryptSalt(UUID subscriberId, byte[] ciphertext) {
        return decrypt(ciphertext, associatedData("salt", subscriberId));
    }

    /** What somebody wrote to us, encrypted for the case that it opened. */
    public byte[] encryptWords(UUID caseId, String words) {
        return encrypt(words.getBytes(StandardCharsets.UTF_8), associatedData("words", caseId));
    }

    /**
     * What was encrypted for this case.
     * @throws IllegalStateException if the bytes were not encrypted for this case by one
     * of the keys
     */
    public String decryptWords(UUID caseId, byte[] ciphertext) {
        return new String(decrypt(ciphertext, associatedData("words", caseId)), StandardCharsets.UTF_8);
    }

    private byte[] encrypt(byte[] plaintext, byte[] associatedData) {
        try {
            return this.aead.encrypt(plaintext, associatedData);
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException("Could not encrypt", ex);
        }
    }

    private byte[] decrypt(byte[] ciphertext, byte[] associatedData) {
        try {
            return this.aead.decrypt(ciphertext, associatedData);
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException("This was not encrypted for this subscriber by a key we have", ex);
        }
    }

    private static byte[] associatedData(String field, UUID owner) {
        return (field + ":" + owner).getBytes(StandardCharsets.UTF_8);
    }

}
