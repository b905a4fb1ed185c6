package newsletter.devstack.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

import newsletter.devstack.engine.QuietLogs;
import newsletter.devstack.engine.Server;

/** PostgreSQL's own programs, started on this machine, its data in a folder. */
public final class EmbeddedPostgresServer implements Server {

    private final Path data;

    private final int port;

    private final boolean durable;

    private @Nullable EmbeddedPostgres running;

    /**
     * @param data where the data is, or will be
     * @param port where it listens, on this machine only
     * @param durable whether a commit must survive a power cut; tests need not
     */
    public EmbeddedPostgresServer(Path data, int port, boolean durable) {
        this.data = data;
        this.port = port;
        this.durable = durable;
        QuietLogs.keep();
    }

    @Override
    public synchronized void start() {
        if (running != null) {
            return;
        }
        String onOff = durable ? "on" : "off";
        try {
            running = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(30))
                .setPort(port)
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("fsync", onOff)
                .setServerConfig("full_page_writes", onOff)
                .setServerConfig("synchronous_commit", onOff)
                .setServerConfig("shared_buffers", "64MB")
                // TCP is enough, and a killed server leaves no socket file behind.
                .setServerConfig("unix_socket_directories", "")
                .start();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            try {
                running.close();
            }
            catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
            finally {
                running = null;
            }
        }
    }

}
