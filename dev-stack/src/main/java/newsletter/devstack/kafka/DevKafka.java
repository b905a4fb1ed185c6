package newsletter.devstack.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;

import newsletter.devstack.engine.Engine;
import newsletter.devstack.engine.Ports;
import newsletter.devstack.engine.Scratch;
import newsletter.devstack.engine.Server;

/**
 * A Kafka broker for tests, one per process. It can be stopped and started again; data
 * and port stay. Topics are not made by using them: that is their owner's task.
 */
public final class DevKafka {

    private final Server server;

    private final String bootstrapServers;

    /** A broker that listens, or will listen, at the given port. */
    public DevKafka(Server server, String host, int port) {
        this.server = server;
        this.bootstrapServers = host + ":" + port;
    }

    /** The one of this process, started on first use, gone when the process is. */
    public static DevKafka shared() {
        return Shared.KAFKA;
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** A topic nobody else has, for tests that need one and do not care which. */
    public String newTopic(String prefix, int partitions) {
        String topic = prefix + "-" + UUID.randomUUID();
        createTopic(topic, partitions);
        return topic;
    }

    /** For tests of a consumer, whose topics another service makes. */
    public void createTopic(String name, int partitions) {
        try (var admin = admin()) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1))).all().get(30, TimeUnit.SECONDS);
        }
        catch (ExecutionException | TimeoutException ex) {
            throw new IllegalStateException("could not make topic " + name, ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    /** Until {@link #start()} nobody answers. */
    public void stop() {
        server.stop();
    }

    /** Returns when it answers. */
    public void start() {
        server.start();
        try (var admin = admin()) {
            Awaitility.await("Kafka to answer")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty());
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** Started on first use. */
    private static final class Shared {

        static final DevKafka KAFKA = startNew();

        private static DevKafka startNew() {
            int port = Ports.free();
            Server server = switch (Engine.chosen()) {
                case EMBEDDED -> new EmbeddedBroker(Scratch.folder("kafka"), port);
                case CONTAINERS -> new BrokerContainer(port);
            };
            var kafka = new DevKafka(server, Engine.chosen().host(), port);
            kafka.start();
            return kafka;
        }

    }

}
