package newsletter.personaldata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.signature.SignatureConfig;

/**
 * A Tink keyset in a file, as JSON in clear: the file's permissions and the machine's
 * disk protect it. Rotate by adding a key with Tinkey and making it primary; older keys
 * stay readable.
 */
public final class KeysetFile {

    static {
        try {
            AeadConfig.register();
            MacConfig.register();
            PrfConfig.register();
            SignatureConfig.register();
        }
        catch (GeneralSecurityException ex) {
            throw new ExceptionInInitializerError(ex);
        }
    }

    private KeysetFile() {
    }

    /**
     * Reads a keyset.
     * @param development whether keys made for development will do
     * @throws UnusableKeyset if the file cannot be read, or holds a development key
     * outside development mode
     */
    public static KeysetHandle read(Path file, boolean development) {
        KeysetHandle keyset = parse(file);
        if (!development && DevelopmentKeysets.contains(keyset)) {
            throw new UnusableKeyset(("%s was made for development. Make keys of your own with script/keys, or set "
                    + "newsletter.development=true on a machine where no real person's data will ever be.")
                .formatted(file), null);
        }
        return keyset;
    }

    private static KeysetHandle parse(Path file) {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), RegistryConfiguration.get(),
                    InsecureSecretKeyAccess.get());
        }
        catch (IOException | GeneralSecurityException ex) {
            throw new UnusableKeyset("%s is not a readable Tink keyset: %s".formatted(file, ex), ex);
        }
    }

    /** Writes a keyset of one new key; an existing file is left as it is. */
    static void create(Path file, KeysetHandle.Builder.Entry key) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (Files.notExists(file)) {
                KeysetHandle keyset = KeysetHandle.newBuilder().addEntry(key.makePrimary()).build();
                PrivateFile.write(file, TinkJsonProtoKeysetFormat.serializeKeyset(keyset, RegistryConfiguration.get(),
                        InsecureSecretKeyAccess.get()));
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
