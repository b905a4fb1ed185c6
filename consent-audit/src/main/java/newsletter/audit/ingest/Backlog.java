package newsletter.audit.ingest;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.apache.kafka.common.Metric;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.stereotype.Component;

/** How many records wait in Kafka to be taken in. */
@Component
public class Backlog {

    private static final String CONNECTIONS = "connection-count";

    private static final String LAG = "records-lag";

    private final ObjectProvider<KafkaListenerEndpointRegistry> listeners;

    Backlog(ObjectProvider<KafkaListenerEndpointRegistry> listeners) {
        this.listeners = listeners;
    }

    /**
     * How it stands.
     *
     * @param connected whether Kafka answers
     * @param waiting as far as we know
     */
    public record State(boolean connected, long waiting) {
    }

    public State state() {
        List<Metric> metrics = this.listeners.stream()
            .map((registry) -> registry.getListenerContainer(LedgerListener.ID))
            .filter(Objects::nonNull)
            .flatMap(Backlog::metrics)
            .toList();
        return new State(sum(metrics, CONNECTIONS) > 0, sum(metrics, LAG));
    }

    private static Stream<Metric> metrics(MessageListenerContainer container) {
        return container.metrics().values().stream().flatMap((metrics) -> metrics.values().stream());
    }

    private static long sum(List<Metric> metrics, String name) {
        return metrics.stream()
            .filter((metric) -> metric.metricName().name().equals(name))
            .map(Metric::metricValue)
            .filter((value) -> value instanceof Double number && number > 0)
            .mapToLong((value) -> ((Double) value).longValue())
            .sum();
    }

}
