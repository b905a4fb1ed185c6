package newsletter.personaldata;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfSet;

/**
 * The keyed tag by which a person is found without storing the address in clear:
 * {@code key id (4 bytes) ‖ HMAC-SHA-256(key, canonical address)}, 36 bytes.
 *
 * <p>
 * A Tink PRF set and not a Tink MAC: it computes under every key of the set, so that
 * those tagged before a rotation are still found.
 */
public final class AddressTags {

    private static final int HMAC_BYTES = 32;

    private final PrfSet keys;

    /**
     * @throws IllegalArgumentException if the keyset is not for pseudo-random functions
     */
    public AddressTags(KeysetHandle keyset) {
        try {
            this.keys = keyset.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalArgumentException("This keyset cannot tag addresses", ex);
        }
    }

    /** The tag to store. */
    public byte[] tag(EmailAddress address) {
        return tags(address).getFirst();
    }

    /** Every tag the address may be stored under, the present one first. */
    public List<byte[]> tags(EmailAddress address) {
        byte[] canonical = address.canonical().getBytes(StandardCharsets.UTF_8);
        try {
            return this.keys.getPrfs()
                .entrySet()
                .stream()
                .sorted((a, b) -> Boolean.compare(isPrimary(b), isPrimary(a)))
                .map((key) -> tag(key.getKey(), key.getValue(), canonical))
                .toList();
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException("Could not tag", ex);
        }
    }

    private boolean isPrimary(Map.Entry<Integer, Prf> key) {
        return key.getKey() == this.keys.getPrimaryId();
    }

    private static byte[] tag(int keyId, Prf prf, byte[] canonical) {
        try {
            return ByteBuffer.allocate(Integer.BYTES + HMAC_BYTES)
                .putInt(keyId)
                .put(prf.compute(canonical, HMAC_BYTES))
                .array();
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException("Could not tag", ex);
        }
    }

}
