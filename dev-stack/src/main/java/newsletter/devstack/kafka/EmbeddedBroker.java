package newsletter.devstack.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

import newsletter.devstack.engine.Ports;
import newsletter.devstack.engine.QuietLogs;
import newsletter.devstack.engine.Server;

/** The broker's own classes, run in this process, its log in a folder. */
public final class EmbeddedBroker implements Server {

    private final Path data;

    private final int port;

    // The controller speaks to its own broker only, so any port will do.
    private final int controllerPort = Ports.free();

    private @Nullable KafkaRaftServer running;

    /**
     * @param data where the log is, or will be
     * @param port where it listens, on this machine only
     */
    public EmbeddedBroker(Path data, int port) {
        this.data = data;
        this.port = port;
        QuietLogs.keep();
    }

    @Override
    public synchronized void start() {
        if (running != null) {
            return;
        }
        formatOnce();
        var settings = new HashMap<>(SingleNode.SETTINGS);
        settings.putAll(Map.of("log.dirs", data.toString(), "node.id", "1", "process.roles", "broker,controller",
                "listeners", "CONTROLLER://127.0.0.1:" + controllerPort + ",PLAINTEXT://127.0.0.1:" + port,
                "advertised.listeners", "PLAINTEXT://127.0.0.1:" + port, "controller.listener.names", "CONTROLLER",
                "controller.quorum.voters", "1@127.0.0.1:" + controllerPort));
        var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        running = server;
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.shutdown();
            running.awaitShutdown();
            running = null;
        }
    }

    private void formatOnce() {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(data);
            new Formatter().setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .setDirectories(List.of(data.toString()))
                .setMetadataLogDirectory(data.toString())
                .setControllerListenerName("CONTROLLER")
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        // The formatter declares Exception.
        catch (Exception ex) {
            throw new IllegalStateException("could not format " + data, ex);
        }
    }

}
