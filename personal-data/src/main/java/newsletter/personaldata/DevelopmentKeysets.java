package newsletter.personaldata;

import java.nio.file.Path;
import java.util.stream.IntStream;

import com.google.crypto.tink.KeysetHandle;

/**
 * Throw-away keys for laptops and tests. They are random, but carry a key id by which a
 * service outside development mode knows and refuses them, whatever the file is called.
 */
public final class DevelopmentKeysets {

    private static final int KEY_ID = 0x0DE7_1ABC;

    private DevelopmentKeysets() {
    }

    /** Makes the files in the folder that is named first. */
    public static void main(String[] args) {
        write(Path.of(args[0]));
    }

    /**
     * Writes {@code address.json, tags.json, suppressions.json, links.json, forms.json,
     * receipts.json, ledger.json} where they do not exist yet.
     */
    public static void write(Path folder) {
        NewKeysets.write(folder, (key) -> key.withFixedId(KEY_ID));
    }

    static boolean contains(KeysetHandle keyset) {
        return IntStream.range(0, keyset.size()).anyMatch((index) -> keyset.getAt(index).getId() == KEY_ID);
    }

}
