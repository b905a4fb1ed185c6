package newsletter.outbox;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The {@code outbox} table: events that are true but not told yet. Appending without a
 * transaction is a mistake, and fails.
 */
@Transactional(propagation = Propagation.MANDATORY)
public class Outbox {

    /**
     * Kafka takes 1 MiB for a record with all that is around it. One that it refuses
     * would hold up every event behind it for ever.
     */
    static final int MAX_BYTES = 1_000_000;

    private final JdbcClient jdbc;

    private final JdbcTemplate batches;

    private final Bell bell;

    Outbox(JdbcClient jdbc, JdbcTemplate batches, Bell bell) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.bell = bell;
    }

    /**
     * Tells the event once the caller's transaction has committed, and never otherwise.
     *
     * <p>
     * Events with one key are told in the order they are appended here, so append while
     * you hold the row lock of whatever the key names: two transactions that append for
     * one key without a common lock have no order that anybody could keep.
     * @param topic one of those this service owns
     * @param payload what is told, 1,000,000 bytes at most; {@code null} is a tombstone,
     * which erases the key from a compacted topic
     */
    public void append(String topic, String key, @Nullable String payload) {
        requireFits(topic, key, payload);
        jdbc.sql("INSERT INTO outbox (topic, key, payload) VALUES (:topic, :key, :payload)")
            .param("topic", topic)
            .param("key", key)
            .param("payload", payload)
            .update();
        // A set: however many events, the bell rings once.
        TransactionSynchronizationManager.registerSynchronization(bell);
    }

    /** One event. */
    public record Telling(String topic, String key, @Nullable String payload) {
    }

    /** The same for many, which are told in this order: one journey to the database. */
    public void appendAll(List<Telling> events) {
        events.forEach((event) -> requireFits(event.topic(), event.key(), event.payload()));
        this.batches.batchUpdate("INSERT INTO outbox (topic, key, payload) VALUES (?, ?, ?)",
                events.stream()
                    .map((event) -> new @Nullable Object[] { event.topic(), event.key(), event.payload() })
                    .toList());
        TransactionSynchronizationManager.registerSynchronization(bell);
    }

    private static void requireFits(String topic, String key, @Nullable String payload) {
        int bytes = bytes(key) + ((payload != null) ? bytes(payload) : 0);
        if (bytes > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "An event of %,d bytes is too large for the topic %s".formatted(bytes, topic));
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

}
