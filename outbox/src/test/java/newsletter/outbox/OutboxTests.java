package newsletter.outbox;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import newsletter.devstack.DevBroker;
import newsletter.devstack.DevDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

@SpringBootTest(classes = SampleService.class,
        properties = { "sample.topic=" + OutboxTests.TOPIC, "outbox.poll-interval=10s" })
@Import({ DevDatabase.class, DevBroker.class })
class OutboxTests {

    static final String TOPIC = "outbox-tests";

    @Autowired
    private Outbox outbox;

    @Autowired
    private Subjects subjects;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private List<TransactionManager> transactionManagers;

    @Autowired
    private MeterRegistry meters;

    private final String key = UUID.randomUUID().toString();

    @Test
    void whatIsCommittedIsToldLongBeforeTheRelayWouldHaveLooked() {
        subjects.count(key);
        subjects.count(key);
        await().atMost(Duration.ofSeconds(5))
            .untilAsserted(() -> assertThat(Told.on(TOPIC).of(key)).containsExactly("1", "2"));
    }

    @Test
    void whatIsRolledBackIsNeverTold() {
        transaction.executeWithoutResult((status) -> {
            outbox.append(TOPIC, key, "never");
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult((_) -> outbox.append(TOPIC, key, "after"));
        await().untilAsserted(() -> assertThat(Told.on(TOPIC).of(key)).isNotEmpty());
        assertThat(Told.andUntoldOn(TOPIC).of(key)).containsExactly("after");
    }

    @Test
    void nothingIsToldBeforeTheCommit() {
        transaction.executeWithoutResult((_) -> {
            outbox.append(TOPIC, key, "early");
            // Another's event passes by, so the relay has looked.
            var another = new Thread(() -> subjects.count(key + "-another"));
            another.start();
            await().untilAsserted(() -> assertThat(Told.on(TOPIC).of(key + "-another")).isNotEmpty());
            assertThat(Told.andUntoldOn(TOPIC).of(key)).isEmpty();
        });
        await().untilAsserted(() -> assertThat(Told.on(TOPIC).of(key)).containsExactly("early"));
    }

    @Test
    void aTombstoneIsARecordWithoutAValue() {
        transaction.executeWithoutResult((_) -> outbox.append(TOPIC, key, null));
        await().untilAsserted(() -> assertThat(Told.on(TOPIC).of(key)).containsExactly((String) null));
    }

    @Test
    void anyTextArrivesAsItIs() {
        String payload = "{ \"a\" : \"Zoë 🗳\\u0041\" ,\n\"b\":1.10}";
        transaction.executeWithoutResult((_) -> outbox.append(TOPIC, key, payload));
        await().untilAsserted(() -> assertThat(Told.on(TOPIC).of(key)).containsExactly(payload));
    }

    @Test
    void appendingWithoutATransactionFails() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
            .isThrownBy(() -> outbox.append(TOPIC, key, "lost"));
    }

    @Test
    void anEventThatKafkaWouldRefuseIsRefusedAtOnce() {
        String tooLarge = "é".repeat(Outbox.MAX_BYTES / 2);
        assertThatIllegalArgumentException()
            .isThrownBy(() -> transaction.executeWithoutResult((_) -> outbox.append(TOPIC, key, tooLarge)))
            .withMessageNotContaining("é");

        String justFits = "x".repeat(Outbox.MAX_BYTES - key.length());
        transaction.executeWithoutResult((_) -> outbox.append(TOPIC, key, justFits));
        await().untilAsserted(() -> assertThat(Told.on(TOPIC).of(key)).containsExactly(justFits));
    }

    @Test
    void aConstraintDoesNotQuoteTheRowItRefuses() {
        subjects.count(key);
        assertThatExceptionOfType(DuplicateKeyException.class)
            .isThrownBy(() -> jdbc.sql("INSERT INTO subject (key, count) VALUES (:key, 1)").param("key", key).update())
            .withMessageContaining("subject_pkey")
            .withMessageNotContaining(key);
    }

    @Test
    void theOnlyTransactionManagerIsTheDatabases() {
        assertThat(transactionManagers).singleElement().isInstanceOf(JdbcTransactionManager.class);
    }

    @Test
    void whatWaitsAndWhatWasToldIsMeasured() {
        double before = meters.get("outbox.told").functionCounter().count();
        subjects.count(key);
        await()
            .untilAsserted(() -> assertThat(meters.get("outbox.told").functionCounter().count()).isGreaterThan(before));
        assertThat(meters.get("outbox.waiting").gauge().value()).isZero();
        assertThat(meters.get("outbox.oldest").gauge().value()).isZero();
    }

}
