package newsletter.devstack.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DevFolderTests {

    @TempDir
    private Path root;

    @Test
    void oneRunAtATime() {
        try (var second = new DevFolder(root)) {
            try (var first = new DevFolder(root)) {
                first.open();
                assertThatExceptionOfType(Refusal.class).isThrownBy(second::open)
                    .withMessageContaining("script/server already runs here");
            }
            assertThatCode(second::open).doesNotThrowAnyException();
        }
    }

    @Test
    void forgettingLeavesTheLockAndEmptyFolders() throws IOException {
        try (var folder = new DevFolder(root)) {
            folder.open();
            Files.createDirectories(folder.postgres().resolve("base/1"));
            Files.writeString(folder.postgres().resolve("base/1/file"), "data");
            Files.writeString(folder.keys().resolve("address.json"), "{}");
            folder.forget();
            assertThat(folder.postgres()).doesNotExist();
            assertThat(folder.keys()).isEmptyDirectory();
            assertThat(root.resolve("lock")).exists();
        }
    }

}
