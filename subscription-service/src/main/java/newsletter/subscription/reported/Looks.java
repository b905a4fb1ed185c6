package newsletter.subscription.reported;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import newsletter.events.AuditEvent.PersonViewed;

/**
 * The {@code looked_at} table. A look is kept once: reading the topic again changes
 * nothing (I-3).
 */
@Repository
@Transactional
public class Looks {

    /** All that a person is told of who it was (ADR 0021). */
    static final String OFFICER = "data-protection-officer";

    private final JdbcClient jdbc;

    Looks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PersonViewed viewed) {
        this.jdbc.sql("""
                INSERT INTO looked_at (event_id, subscriber_id, at, reason, case_number)
                VALUES (:id, :subscriber, :at, :reason, :case)
                ON CONFLICT (event_id) DO NOTHING
                """)
            .param("id", viewed.eventId())
            .param("subscriber", viewed.subscriberId())
            .param("at", Timestamp.from(viewed.occurredAt()))
            .param("reason", viewed.reason())
            .param("case", viewed.caseNumber())
            .update();
    }

    /** The last one first. */
    @Transactional(readOnly = true)
    public List<Look> at(UUID subscriberId) {
        return this.jdbc.sql("""
                SELECT at, reason, case_number FROM looked_at
                WHERE subscriber_id = :subscriber
                ORDER BY at DESC, event_id
                """)
            .param("subscriber", subscriberId)
            .query((row, _) -> new Look(row.getTimestamp("at").toInstant(), OFFICER, row.getString("reason"),
                    row.getString("case_number")))
            .list();
    }

    /** Forgets some of the looks before then; how many. */
    public int forget(Instant then, int limit) {
        return this.jdbc
            .sql("DELETE FROM looked_at WHERE ctid IN (SELECT ctid FROM looked_at WHERE at <= :then LIMIT :limit)")
            .param("then", Timestamp.from(then))
            .param("limit", limit)
            .update();
    }

    @Transactional(readOnly = true)
    public long countBefore(Instant then) {
        return this.jdbc.sql("SELECT count(*) FROM looked_at WHERE at <= :then")
            .param("then", Timestamp.from(then))
            .query(Long.class)
            .single();
    }

    @Transactional(readOnly = true)
    public Optional<Instant> oldestBefore(Instant then) {
        return this.jdbc.sql("SELECT min(at) FROM looked_at WHERE at <= :then")
            .param("then", Timestamp.from(then))
            .query(Timestamp.class)
            .optional()
            .map(Timestamp::toInstant);
    }

}
