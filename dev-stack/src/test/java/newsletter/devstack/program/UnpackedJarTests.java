package newsletter.devstack.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Objects;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class UnpackedJarTests {

    @TempDir
    private Path target;

    @Test
    void aJarTakesItselfApartOnce() throws IOException {
        Path jar = jar("one");
        Path unpacked = UnpackedJar.of(jar);
        assertThat(unpacked).hasFileName("service.jar").hasContent("tools extract");
        Path kept = Files.createFile(unpacked.resolveSibling("kept"));
        assertThat(UnpackedJar.of(jar)).isEqualTo(unpacked);
        assertThat(kept).exists();
    }

    /** A build that can be repeated gives every jar the same date. */
    @Test
    void anotherContentIsTakenApartAgainWhateverItsDate() throws IOException {
        Path first = UnpackedJar.of(jar("one"));
        Path second = UnpackedJar.of(jar("two"));
        assertThat(second).isNotEqualTo(first).exists();
        assertThat(first).doesNotExist();
    }

    @Test
    void whatWasNotFinishedIsDoneAgain() throws IOException {
        Path broken = jar("broken");
        assertThatIllegalStateException().isThrownBy(() -> UnpackedJar.of(broken))
            .withMessageContaining("no room left");
        assertThatIllegalStateException().isThrownBy(() -> UnpackedJar.of(broken));
        Files.createDirectories(target.resolve("unpacked/half-done"));
        assertThat(UnpackedJar.of(jar("one"))).exists();
    }

    private Path jar(String entry) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Name.MAIN_CLASS, SmallTool.class.getName());
        Path jar = target.resolve("service.jar");
        String tool = SmallTool.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var in = Objects.requireNonNull(SmallTool.class.getResourceAsStream("/" + tool))) {
            out.putNextEntry(new JarEntry(tool));
            in.transferTo(out);
            out.putNextEntry(new JarEntry(entry));
        }
        Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
        return jar;
    }

}
