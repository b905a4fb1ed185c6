package newsletter.personaldata;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;

// This is a program: it prints.

/**
 * Makes the key files of a new installation; see {@code script/keys}. Files that exist
 * are never overwritten: losing a keyset loses every address under it.
 */
public final class NewKeysets {

    private static final Map<String, Parameters> KEYSETS = new TreeMap<>(Map.of(
    // @formatter:off
            "address", PredefinedAeadParameters.AES256_GCM,
            "tags", PredefinedPrfParameters.HMAC_SHA256_PRF,
            "suppressions", PredefinedPrfParameters.HMAC_SHA256_PRF,
            "links", PredefinedMacParameters.HMAC_SHA256_256BITTAG,
            "forms", PredefinedMacParameters.HMAC_SHA256_256BITTAG,
            "receipts", PredefinedSignatureParameters.ED25519WithRawOutput,
            "ledger", PredefinedSignatureParameters.ED25519WithRawOutput));
    // @formatter:on

    private NewKeysets() {
    }

    /** Makes the files in the folder that is named first. */
    public static void main(String[] args) {
        if (args.length != 1) {
            System.err.println("Usage: script/keys FOLDER");
            System.exit(2);
        }
        var folder = Path.of(args[0]);
        write(folder, KeysetHandle.Builder.Entry::withRandomId);
        System.out.println("Keys are in " + folder.toAbsolutePath() + ". Back them up apart from the databases.");
    }

    static void write(Path folder, UnaryOperator<KeysetHandle.Builder.Entry> id) {
        KEYSETS.forEach((name, parameters) -> KeysetFile.create(folder.resolve(name + ".json"),
                id.apply(KeysetHandle.generateEntryFromParameters(parameters))));
    }

}
