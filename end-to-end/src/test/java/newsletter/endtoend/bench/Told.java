package newsletter.endtoend.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

import newsletter.devstack.postgres.Database;
import newsletter.events.ConsentEvent;
import newsletter.events.ConsentEvent.SubscriptionRequested;
import newsletter.events.EventJson;
import newsletter.events.Topics;

/** Whether all that was accepted is stored, and all that is stored was told. */
final class Told {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Database database;

    private final String brokers;

    Told(Database database, String brokers) {
        this.database = database;
        this.brokers = brokers;
    }

    long requests() throws SQLException {
        return number("SELECT count(*) FROM subscription_request");
    }

    /** How long it takes until no event waits longer than a second to be told. */
    Duration untilLagIsUnderASecond() throws SQLException {
        return until("""
                SELECT count(*) FROM outbox WHERE created_at < clock_timestamp() - interval '1 second'
                """);
    }

    Duration untilNothingWaits() throws SQLException {
        return until("SELECT count(*) FROM outbox");
    }

    private Duration until(String isZero) throws SQLException {
        long start = System.nanoTime();
        while (number(isZero) > 0) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException("The relay does not keep up");
            }
            LockSupport.parkNanos(20_000_000);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(this.database.url(), this.database.user(),
                this.database.password());
                var query = connection.createStatement();
                var rows = query.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** How many different requests Kafka knows of. */
    long requestsOnKafka() {
        Set<Object> requests = new HashSet<>();
        var settings = Map.<String, Object>of("bootstrap.servers", this.brokers, "isolation.level", "read_committed",
                "auto.offset.reset", "earliest", "enable.auto.commit", "false");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.CONSENT_EVENTS)
                .stream()
                .map((partition) -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch((one) -> consumer.position(one) < end(ends, one))) {
                consumer.poll(Duration.ofSeconds(1))
                    .forEach((told) -> Stream.of(EventJson.read(told.value(), ConsentEvent.class))
                        .filter(SubscriptionRequested.class::isInstance)
                        .forEach((event) -> requests.add(((SubscriptionRequested) event).requestId())));
            }
        }
        return requests.size();
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
        Long end = ends.get(partition);
        return (end != null) ? end : 0;
    }

}
