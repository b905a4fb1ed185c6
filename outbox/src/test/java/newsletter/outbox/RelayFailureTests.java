package newsletter.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.sql.DataSource;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

import newsletter.devstack.kafka.DevKafka;
import newsletter.devstack.postgres.Database;
import newsletter.devstack.postgres.DevPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a relay leaves behind that fails, or is thought dead, at the worst moment. */
class RelayFailureTests {

    private static final String APPLICATION = "relay-failure-tests";

    private final Database database = DevPostgres.shared().newDatabase("relay");

    private final DataSource connections = new DriverManagerDataSource(database.url(), database.user(),
            database.password());

    private final String topic = DevKafka.shared().newTopic("relay", 1);

    private final String key = UUID.randomUUID().toString();

    private final ConfigurableApplicationContext service = SampleService.start(database, topic);

    private final Subjects subjects = service.getBean(Subjects.class);

    @BeforeEach
    void stopTheServicesOwnRelay() {
        service.getBean(OutboxRelay.class).stop();
    }

    @AfterEach
    void stopTheService() {
        service.close();
    }

    @Test
    void aBatchThatKafkaCommittedAndTheDatabaseDidNotIsToldAgainInTheSameOrder() {
        for (int i = 0; i < 3; i++) {
            subjects.count(key);
        }
        var tellers = new WatchedTellers();
        var relay = relay(new FaultyDatabase(database, () -> tellers.committed.getAndSet(false)), tellers);
        relay.start();
        subjects.awaitAllTold();
        relay.stop();

        assertThat(Told.on(topic).of(key)).containsExactly("1", "2", "3", "1", "2", "3");
    }

    @Test
    void aBatchThatFailedHalfWayIsNotSeenUntilItIsWhole() throws Exception {
        String narrow = DevKafka.shared().newTopic("narrow", 1);
        limit(narrow, 1000);
        subjects.count(key);
        service.getBean(TransactionTemplate.class)
            .executeWithoutResult((_) -> service.getBean(Outbox.class).append(narrow, key, "x".repeat(2000)));
        subjects.count(key);
        var relay = relay(connections, new PlainTellers());
        relay.start();
        await().until(() -> Told.andUntoldOn(topic).of(key).size() >= 2);
        assertThat(Told.soFarOn(topic).of(key)).isEmpty();

        limit(narrow, 1_000_000);
        subjects.awaitAllTold();
        relay.stop();
        assertThat(Told.on(topic).of(key)).containsExactly("1", "2");
        assertThat(Told.on(narrow).of(key)).hasSize(1);
    }

    /** Or "1" would follow "2", and be the last word on a compacted topic. */
    @Test
    void aRelayThatLostItsLockUnawaresIsNotHeardAnyMore() throws Exception {
        var slow = new SlowTellers();
        subjects.count(key);
        var zombie = relay(connections, slow);
        zombie.start();
        slow.holding.await();
        endSessionsThatLead();

        var successor = relay(connections, new PlainTellers());
        successor.start();
        subjects.count(key);
        subjects.awaitAllTold();
        successor.stop();
        slow.go.countDown();
        zombie.stop();

        assertThat(Told.on(topic).of(key)).containsExactly("1", "2");
    }

    @Test
    void aRelayThatIsStoppedFinishesItsBatch() throws Exception {
        var slow = new SlowTellers();
        subjects.count(key);
        var relay = relay(connections, slow);
        relay.start();
        slow.holding.await();
        var stop = Thread.ofPlatform().start(relay::stop);
        await().until(() -> stop.getState() == Thread.State.WAITING);
        slow.go.countDown();
        stop.join();

        assertThat(relay.isRunning()).isFalse();
        assertThat(Told.on(topic).of(key)).containsExactly("1");
        assertThat(subjects.waiting()).isZero();
    }

    @Test
    void aRelayThatIsSilentForTooLongLosesTheLead() throws Exception {
        try (var frozen = RelaySession.open(connections, Duration.ofSeconds(1));
                var other = RelaySession.open(connections, Duration.ofMinutes(1))) {
            assertThat(frozen.lead()).isTrue();
            assertThat(other.lead()).isFalse();
            await().until(other::lead);
        }
    }

    @Test
    void aRelayThatIsSilentInTheMiddleOfABatchLosesTheLeadAndTheBatch() throws Exception {
        subjects.count(key);
        try (var frozen = RelaySession.open(connections, Duration.ofSeconds(1));
                var other = RelaySession.open(connections, Duration.ofMinutes(1))) {
            assertThat(frozen.lead()).isTrue();
            assertThat(frozen.takeOldest(10)).hasSize(1);
            await().until(other::lead);
            assertThat(other.takeOldest(10)).hasSize(1);
        }
    }

    @Test
    void aBatchOfLargeEventsIsCutShort() throws Exception {
        JdbcClient.create(connections).sql("""
                INSERT INTO outbox (topic, key, payload)
                SELECT 'large', n, repeat('x', 1000000) FROM generate_series(1, 20) AS n
                """).update();
        try (var session = RelaySession.open(connections, Duration.ofMinutes(1))) {
            assertThat(session.takeOldest(1000)).extracting(Pending::key)
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9");
            assertThat(session.takeOldest(1000)).hasSize(9);
            assertThat(session.takeOldest(1000)).hasSize(2);
            assertThat(session.takeOldest(1000)).isEmpty();
        }
    }

    @Test
    void aRelayRecoversWhenItsDatabaseIsBack() {
        var relay = relay(connections, new PlainTellers());
        relay.start();
        subjects.count(key);
        await().until(() -> relay.told() == 1);
        DevPostgres.shared().stop();
        DevPostgres.shared().start();
        await().ignoreExceptions().until(() -> {
            subjects.count(key);
            return true;
        });
        subjects.awaitAllTold();
        relay.stop();

        assertThat(Told.on(topic).of(key)).containsExactly("1", "2");
    }

    private OutboxRelay relay(DataSource database, Tellers tellers) {
        return new OutboxRelay(database, tellers, new OutboxProperties(Duration.ofMillis(100), 1000), new Bell());
    }

    private void endSessionsThatLead() {
        JdbcClient.create(connections).sql("""
                SELECT pg_terminate_backend(pid)
                FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
                WHERE locktype = 'advisory' AND datname = current_database()
                """).query().listOfRows();
    }

    private static void limit(String topic, int bytes) throws Exception {
        try (var admin = Admin.create(kafka())) {
            var limit = new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(bytes));
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic),
                    List.of(new AlterConfigOp(limit, AlterConfigOp.OpType.SET))))
                .all()
                .get();
        }
    }

    private static Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", DevKafka.shared().bootstrapServers());
    }

    private static class PlainTellers extends Tellers {

        PlainTellers() {
            super(kafka(), APPLICATION, new TopicCreation(kafka(), List::of));
        }

    }

    /** Says once that Kafka has committed a batch. */
    private static final class WatchedTellers extends PlainTellers {

        private final AtomicBoolean committed = new AtomicBoolean();

        private boolean said;

        @Override
        Teller next(String database) {
            return new Teller(kafka(), APPLICATION + "-outbox-" + database) {

                @Override
                void tell(List<Pending> batch) {
                    super.tell(batch);
                    committed.set(!said);
                    said = true;
                }

            };
        }

    }

    /** Their tellers stop short of telling, until they may go on. */
    private static final class SlowTellers extends PlainTellers {

        private final CountDownLatch holding = new CountDownLatch(1);

        private final CountDownLatch go = new CountDownLatch(1);

        @Override
        Teller next(String database) {
            return new Teller(kafka(), APPLICATION + "-outbox-" + database) {

                @Override
                void tell(List<Pending> batch) {
                    holding.countDown();
                    try {
                        go.await();
                    }
                    catch (InterruptedException ex) {
                        throw new IllegalStateException(ex);
                    }
                    super.tell(batch);
                }

            };
        }

    }

}
