package newsletter.personaldata;

import java.security.GeneralSecurityException;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;

/** Keys in memory, and what an operator does to them over the years. */
final class Keysets {

    static {
        try {
            AeadConfig.register();
            MacConfig.register();
            PrfConfig.register();
        }
        catch (GeneralSecurityException ex) {
            throw new ExceptionInInitializerError(ex);
        }
    }

    private Keysets() {
    }

    static KeysetHandle address() {
        return fresh(PredefinedAeadParameters.AES256_GCM);
    }

    static KeysetHandle tags() {
        return fresh(PredefinedPrfParameters.HMAC_SHA256_PRF);
    }

    static KeysetHandle mac() {
        return fresh(PredefinedMacParameters.HMAC_SHA256_256BITTAG);
    }

    /** The same keys, and a new one that is used from now on. */
    static KeysetHandle rotated(KeysetHandle keyset) {
        try {
            Parameters parameters = keyset.getPrimary().getKey().getParameters();
            return KeysetHandle.newBuilder(keyset)
                .addEntry(KeysetHandle.generateEntryFromParameters(parameters).withRandomId().makePrimary())
                .build();
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private static KeysetHandle fresh(Parameters parameters) {
        try {
            return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.generateEntryFromParameters(parameters).withRandomId().makePrimary())
                .build();
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
