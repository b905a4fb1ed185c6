package newsletter.subscription.preferences;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.events.ConsentEvent;
import newsletter.events.ConsentEvent.DeliveriesPaused;
import newsletter.events.ConsentEvent.DeliveriesResumed;
import newsletter.events.ConsentEvent.LanguageChanged;
import newsletter.events.EventJson;
import newsletter.outbox.Outbox;

/**
 * The {@code pause} and {@code language_change} tables. A row changes together with the
 * event that tells it.
 */
@Repository
class Habits {

    private final JdbcClient jdbc;

    private final Outbox outbox;

    Habits(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /** Until when no newsletters come; empty if they do. */
    Optional<Instant> until(UUID subscriberId, Instant now) {
        return this.jdbc.sql("""
                SELECT until FROM (
                    SELECT until, resumed_at FROM pause
                    WHERE subscriber_id = :subscriber
                    ORDER BY paused_at DESC
                    LIMIT 1) AS latest
                WHERE resumed_at IS NULL AND until > :now
                """)
            .param("subscriber", subscriberId)
            .param("now", Timestamp.from(now))
            .query((row, _) -> row.getTimestamp("until").toInstant())
            .optional();
    }

    void add(DeliveriesPaused paused) {
        this.jdbc.sql("""
                INSERT INTO pause (id, subscriber_id, paused_at, until)
                VALUES (:id, :subscriber, :at, :until)
                """)
            .param("id", paused.eventId())
            .param("subscriber", paused.subscriberId())
            .param("at", Timestamp.from(paused.occurredAt()))
            .param("until", Timestamp.from(paused.until()))
            .update();
        tell(paused);
    }

    void end(DeliveriesResumed resumed) {
        this.jdbc.sql("""
                UPDATE pause SET resumed_at = :at
                WHERE subscriber_id = :subscriber AND resumed_at IS NULL
                    AND paused_at = (SELECT max(paused_at) FROM pause WHERE subscriber_id = :subscriber)
                """)
            .param("at", Timestamp.from(resumed.occurredAt()))
            .param("subscriber", resumed.subscriberId())
            .update();
        tell(resumed);
    }

    void add(LanguageChanged changed) {
        this.jdbc.sql("""
                INSERT INTO language_change (id, subscriber_id, changed_at, language)
                VALUES (:id, :subscriber, :at, :language)
                """)
            .param("id", changed.eventId())
            .param("subscriber", changed.subscriberId())
            .param("at", Timestamp.from(changed.occurredAt()))
            .param("language", changed.language())
            .update();
        tell(changed);
    }

    private void tell(ConsentEvent event) {
        this.outbox.append(event.topic(), event.key(), EventJson.write(event));
    }

}
