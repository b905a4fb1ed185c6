package newsletter.outbox;

// This is a program: it prints.

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import newsletter.devstack.kafka.DevKafka;
import newsletter.devstack.postgres.Database;
import newsletter.devstack.postgres.DevPostgres;

import static org.awaitility.Awaitility.await;

/**
 * How fast the outbox is told, and what the Kafka transactions cost. Not part of the
 * build; {@code docs/performance.md} says how to run it.
 */
class ThroughputBench {

    private static final int EVENTS = 100_000;

    private static final int ROUNDS = 3;

    private final Database database = DevPostgres.shared().newDatabase("bench");

    private final String topic = DevKafka.shared().newTopic("bench", 3);

    private final JdbcClient jdbc = JdbcClient
        .create(new DriverManagerDataSource(database.url(), database.user(), database.password()));

    @Test
    void aBacklogIsTold() {
        try (var service = SampleService.start(database, topic)) {
            service.getBean(OutboxRelay.class).stop();
            for (int round = 0; round < ROUNDS; round++) {
                report("in Kafka transactions", drain(new Tellers(kafka(), "bench", topics())));
                report("idempotent producer  ", drain(new PlainTellers()));
            }
        }
    }

    @Test
    void aSingleEventIsSeen() {
        try (var service = SampleService.start(database, topic)) {
            var subjects = service.getBean(Subjects.class);
            var relay = service.getBean(OutboxRelay.class);
            var waits = new ArrayList<Duration>();
            for (int i = 0; i < 500; i++) {
                long before = relay.told();
                Instant start = Instant.now();
                subjects.count("bench");
                await().pollInterval(Duration.ofMillis(1)).until(() -> relay.told() > before);
                waits.add(Duration.between(start, Instant.now()));
            }
            Collections.sort(waits);
            System.out.printf("BENCH one event, from before its transaction until told: median %d ms, 95%% %d ms%n",
                    waits.get(250).toMillis(), waits.get(475).toMillis());
        }
    }

    private double drain(Tellers tellers) {
        jdbc.sql("""
                INSERT INTO outbox (topic, key, payload)
                SELECT :topic, 'key-' || n % 10000, repeat('x', 600) FROM generate_series(1, :events) AS n
                """).param("topic", topic).param("events", EVENTS).update();
        var relay = new OutboxRelay(new DriverManagerDataSource(database.url(), database.user(), database.password()),
                tellers, new OutboxProperties(Duration.ofMillis(500), 1000), new Bell());
        Instant start = Instant.now();
        relay.start();
        await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(20)).until(() -> relay.told() == EVENTS);
        Duration time = Duration.between(start, Instant.now());
        relay.stop();
        return EVENTS * 1000.0 / time.toMillis();
    }

    private static void report(String how, double perSecond) {
        System.out.printf("BENCH %s %,.0f events/s%n", how, perSecond);
    }

    private static TopicCreation topics() {
        return new TopicCreation(kafka(), List::of);
    }

    private static Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", DevKafka.shared().bootstrapServers());
    }

    /** What most outboxes do: each event is acknowledged, no batch is whole. */
    private static final class PlainTellers extends Tellers {

        PlainTellers() {
            super(kafka(), "plain", topics());
        }

        @Override
        Teller next(String database) {
            var settings = new HashMap<>(kafka());
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
            var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
            return new Teller(kafka(), "plain-" + database) {

                @Override
                void tell(List<Pending> batch) {
                    var sent = batch.stream()
                        .map((event) -> producer
                            .send(new ProducerRecord<>(event.topic(), event.key(), event.payload())))
                        .toList();
                    producer.flush();
                    sent.forEach((one) -> {
                        if (one.state() != Future.State.SUCCESS) {
                            throw new IllegalStateException(one.exceptionNow());
                        }
                    });
                }

                @Override
                public void close() {
                    producer.close();
                    super.close();
                }

            };
        }

    }

}
