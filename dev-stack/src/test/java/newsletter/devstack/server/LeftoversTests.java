package newsletter.devstack.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import newsletter.devstack.engine.Ports;
import newsletter.devstack.postgres.DevPostgres;
import newsletter.devstack.postgres.EmbeddedPostgresServer;

import static org.assertj.core.api.Assertions.assertThat;

class LeftoversTests {

    @TempDir
    private Path root;

    private DevFolder folder = new DevFolder(Path.of(""));

    private Process process = ended();

    @BeforeEach
    void open() {
        folder = new DevFolder(root);
        folder.open();
    }

    @AfterEach
    void close() {
        process.destroyForcibly();
        folder.close();
    }

    @Test
    void whereNothingIsLeftNothingIsStopped() {
        assertThat(new Leftovers(folder).stop()).isFalse();
    }

    @Test
    void aServiceLeftRunningIsStopped() throws Exception {
        process = sleeper();
        folder.pidFile("mailer-service").write(process.toHandle());
        assertThat(new Leftovers(folder).stop()).isTrue();
        assertThat(process.waitFor(Duration.ofSeconds(10))).isTrue();
        assertThat(folder.pidFiles()).isEmpty();
    }

    @Test
    void aStrangerWithTheSameNumberIsLeftAlone() throws Exception {
        process = sleeper();
        Files.writeString(root.resolve("run/mailer-service.pid"), process.pid() + "\n2001-01-01T00:00:00Z");
        assertThat(new Leftovers(folder).stop()).isFalse();
        assertThat(process.isAlive()).isTrue();
        assertThat(folder.pidFiles()).isEmpty();
    }

    @Test
    void aPostgresLeftRunningIsStoppedAndItsDataIsFine() {
        int port = Ports.free();
        var lost = new DevPostgres(new EmbeddedPostgresServer(folder.postgres(), port, true), "127.0.0.1", port);
        lost.start();
        lost.database("kept");
        assertThat(new Leftovers(folder).stop()).isTrue();
        assertThat(Ports.isFree(port)).isTrue();
        assertThat(folder.postgres().resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void aPostmasterFileWithAStrangersNumberIsRemoved() throws Exception {
        process = sleeper();
        Files.createDirectories(folder.postgres());
        Files.writeString(folder.postgres().resolve("postmaster.pid"), process.pid() + "\n" + folder.postgres());
        assertThat(new Leftovers(folder).stop()).isTrue();
        assertThat(process.isAlive()).isTrue();
        assertThat(folder.postgres().resolve("postmaster.pid")).doesNotExist();
    }

    private static Process sleeper() throws IOException {
        return new ProcessBuilder("sleep", "60").start();
    }

    private static Process ended() {
        try {
            return new ProcessBuilder("true").start();
        }
        catch (IOException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
