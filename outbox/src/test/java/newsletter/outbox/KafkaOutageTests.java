package newsletter.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.devstack.kafka.DevKafka;
import newsletter.devstack.postgres.Database;
import newsletter.devstack.postgres.DevPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(OutputCaptureExtension.class)
class KafkaOutageTests {

    private final Database database = DevPostgres.shared().newDatabase("outage");

    private final String key = UUID.randomUUID().toString();

    @AfterEach
    void startKafka() {
        DevKafka.shared().start();
    }

    @Test
    void anOutageLosesAndReordersNothingAndIsMentionedOnce(CapturedOutput output) {
        String topic = DevKafka.shared().newTopic("outage", 3);
        try (var service = SampleService.start(database, topic, "--logging.level.newsletter.outbox=debug")) {
            var subjects = service.getBean(Subjects.class);
            var relay = service.getBean(OutboxRelay.class);
            countUntil(subjects, () -> relay.told() > 100);
            var writer = Thread.ofPlatform().start(() -> countUntil(subjects, () -> subjects.waiting() > 1000));
            DevKafka.shared().stop();
            await().atMost(Duration.ofMinutes(1)).until(() -> output.getOut().contains("Events wait in the outbox"));
            await().until(() -> !writer.isAlive());
            await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(openTransactions(service.getBean(JdbcClient.class))).isZero());
            assertThat(service.getBean(MeterRegistry.class).get("outbox.waiting").gauge().value()).isGreaterThan(1000);
            assertThat(service.getBean(MeterRegistry.class).get("outbox.oldest").gauge().value()).isPositive();

            await().atMost(Duration.ofMinutes(1))
                .until(() -> output.getOut().contains("Events still wait in the outbox"));
            DevKafka.shared().start();
            subjects.awaitAllTold();
            await().until(() -> output.getOut().contains("Events are told again"));
            assertThat(Told.on(topic).firsts()).isEqualTo(subjects.stories());
            assertThat(output.getOut().lines().filter((line) -> line.contains("newsletter.outbox.Trouble")))
                .filteredOn((line) -> !line.contains("DEBUG"))
                .satisfiesExactly((line) -> assertThat(line).contains("WARN", "Events wait in the outbox"),
                        (line) -> assertThat(line).contains("INFO", "Events are told again"));
        }
    }

    @Test
    void aServiceStartsWithoutKafkaAndCreatesItsTopicsLater() {
        String topic = "late-" + UUID.randomUUID();
        DevKafka.shared().stop();
        try (var service = SampleService.start(database, topic)) {
            service.getBean(Subjects.class).count(key);
            DevKafka.shared().start();
            service.getBean(Subjects.class).awaitAllTold();
            assertThat(Told.on(topic).of(key)).containsExactly("1");
        }
    }

    /** An orchestrator that stops a service does not wait for long. */
    @Test
    void aServiceThatStopsDoesNotWaitForAKafkaThatIsAway(CapturedOutput output) {
        DevKafka.shared().stop();
        try (var service = SampleService.start(database, "never-" + UUID.randomUUID())) {
            await().until(() -> output.getOut().contains("AdminClient clientId="));
            Instant begin = Instant.now();
            service.getBean(OutboxRelay.class).stop();
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
        }
    }

    private void countUntil(Subjects subjects, BooleanSupplier enough) {
        while (!enough.getAsBoolean()) {
            subjects.count(key);
        }
    }

    private static int openTransactions(JdbcClient jdbc) {
        return jdbc.sql("""
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND state LIKE 'idle in transaction%'
                """).query(Integer.class).single();
    }

}
