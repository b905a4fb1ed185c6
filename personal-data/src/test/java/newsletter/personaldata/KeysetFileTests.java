package newsletter.personaldata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import com.google.crypto.tink.KeysetHandle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KeysetFileTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = { "address", "tags", "suppressions", "links", "forms", "receipts", "ledger" })
    void developmentKeysAreRefusedOutsideDevelopmentModeWhateverTheFileIsCalled(String name) throws IOException {
        DevelopmentKeysets.write(this.folder);
        Path renamed = Files.move(file(name), this.folder.resolve("production.json"));
        assertThat(KeysetFile.read(renamed, true).size()).isEqualTo(1);
        assertThatExceptionOfType(UnusableKeyset.class).isThrownBy(() -> KeysetFile.read(renamed, false))
            .withMessageContainingAll("production.json", "script/keys", "newsletter.development=true");
    }

    @ParameterizedTest
    @ValueSource(strings = { "address", "tags", "suppressions", "links", "forms", "receipts", "ledger" })
    void newKeysAreAcceptedEverywhere(String name) {
        NewKeysets.write(this.folder, KeysetHandle.Builder.Entry::withRandomId);
        assertThat(KeysetFile.read(file(name), false).size()).isEqualTo(1);
    }

    @Test
    void newKeysAreFitForWhatTheyAreNamedFor() {
        NewKeysets.write(this.folder, KeysetHandle.Builder.Entry::withRandomId);
        assertThat(new AddressCipher(read("address"))).isNotNull();
        assertThat(new AddressTags(read("tags"))).isNotNull();
        assertThat(new Seal(read("links"))).isNotNull();
        assertThat(new Seal(read("forms"))).isNotNull();
    }

    @Test
    void nobodyButTheOwnerMayReadThem() throws IOException {
        NewKeysets.write(this.folder, KeysetHandle.Builder.Entry::withRandomId);
        for (String name : List.of("address", "tags", "suppressions", "links", "forms", "receipts", "ledger")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(name)))).isEqualTo("rw-------");
        }
    }

    @Test
    void aFileThatExistsIsNeverOverwritten() throws IOException {
        Files.writeString(file("address"), "the only key there is");
        NewKeysets.write(this.folder, KeysetHandle.Builder.Entry::withRandomId);
        DevelopmentKeysets.write(this.folder);
        assertThat(file("address")).hasContent("the only key there is");
        assertThat(KeysetFile.read(file("tags"), false).size()).isEqualTo(1);
    }

    @Test
    void aFileThatIsNoKeysetIsNamedAndNotQuoted() throws IOException {
        Path file = Files.writeString(file("address"), "{\"key\": \"c2VjcmV0\"}");
        assertThatExceptionOfType(UnusableKeyset.class).isThrownBy(() -> KeysetFile.read(file, true))
            .withMessageContaining("address.json")
            .satisfies((ex) -> assertThat(ex.toString() + ex.getCause()).doesNotContain("c2VjcmV0"));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatExceptionOfType(UnusableKeyset.class).isThrownBy(() -> KeysetFile.read(file("none"), true))
            .withMessageContaining("none.json");
    }

    @Test
    void aKeysetIsPrintedWithoutItsKey() throws IOException {
        NewKeysets.write(this.folder, KeysetHandle.Builder.Entry::withRandomId);
        String secret = Files.readString(file("address")).replaceAll("(?s).*\"value\": *\"([^\"]+)\".*", "$1");
        assertThat(read("address").toString()).doesNotContain(secret.substring(4, 20));
    }

    private KeysetHandle read(String name) {
        return KeysetFile.read(file(name), false);
    }

    private Path file(String name) {
        return this.folder.resolve(name + ".json");
    }

}
