package newsletter.outbox;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The {@code outbox} table: events that are true but not told yet. Appending without a
 * transaction is a mistake, and fails.
 */
@Transactional(propagation = Propagation.MANDATORY)
public class Outbox {

    private final JdbcClient jdbc;

    Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Tells the event once the caller's transaction has committed, and never otherwise.
     *
     * <p>
     * Events with one key are told in the order they are appended here, so append while
     * you hold the row lock of whatever the key names: two transactions that append for
     * one key without a common lock have no order that anybody could keep.
     * @param payload what is told; {@code null} is a tombstone, which erases the key from
     * a compacted topic
     */
    public void append(String topic, String key, @Nullable String payload) {
        this.jdbc.sql("INSERT INTO outbox (topic, key, payload) VALUES (:topic, :key, :payload)")
            .param("topic", topic)
            .param("key", key)
            .param("payload", payload)
            .update();
    }

}
