package newsletter.devstack.kafka;

import java.util.Locale;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

import newsletter.devstack.engine.RestartableContainer;
import newsletter.devstack.engine.Server;

/** The project's own image. */
final class BrokerContainer implements Server {

    private final RestartableContainer container;

    BrokerContainer(int port) {
        var kafka = new KafkaContainer(DockerImageName.parse("apache/kafka:4.2.2"));
        SingleNode.SETTINGS
            .forEach((name, value) -> kafka.withEnv("KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        container = new RestartableContainer(kafka, 9092, port);
    }

    @Override
    public void start() {
        container.start();
    }

    @Override
    public void stop() {
        // Its first process is a shell that keeps SIGTERM to itself. Killed at last, the
        // broker would be taken for still alive for nine seconds of the next start.
        container.run("kill -TERM -1");
        container.stop();
    }

}
