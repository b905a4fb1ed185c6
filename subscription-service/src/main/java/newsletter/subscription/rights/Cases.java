package newsletter.subscription.rights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.events.ConsentEvent.Right;
import newsletter.subscription.contact.Forgotten;

/** The {@code rights_request} table. */
@Repository
class Cases {

    private static final String COLUMNS = """
            case_id, subscriber_id, kind, received_at, due_at, acknowledged_at, extended_for, stopped_at, stopped_for,
            closed_at, outcome
            """;

    private final JdbcClient jdbc;

    Cases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False if it is here already: the form was sent twice. */
    boolean add(Case one, byte @Nullable [] words) {
        return this.jdbc.sql("""
                INSERT INTO rights_request (case_id, subscriber_id, kind, received_at, due_at, words)
                VALUES (:case, :subscriber, :kind, :received, :due, :words)
                ON CONFLICT (case_id) DO NOTHING
                """)
            .param("case", one.caseId())
            .param("subscriber", one.subscriberId())
            .param("kind", one.kind().name())
            .param("received", Timestamp.from(one.receivedAt()))
            .param("due", Timestamp.from(one.dueAt()))
            .param("words", words)
            .update() == 1;
    }

    void update(Case one) {
        this.jdbc.sql("""
                UPDATE rights_request SET due_at = :due, acknowledged_at = :acknowledged, extended_for = :extended,
                    stopped_at = :stopped, stopped_for = :stoppedFor, closed_at = :closed, outcome = :outcome
                WHERE case_id = :case
                """)
            .param("case", one.caseId())
            .param("due", Timestamp.from(one.dueAt()))
            .param("acknowledged", timestamp(one.acknowledgedAt()))
            .param("extended", one.extendedFor())
            .param("stopped", timestamp(one.stoppedAt()))
            .param("stoppedFor", one.stoppedFor())
            .param("closed", timestamp(one.closedAt()))
            .param("outcome", one.outcome())
            .update();
    }

    Optional<Case> find(UUID caseId) {
        return this.jdbc.sql("SELECT " + COLUMNS + " FROM rights_request WHERE case_id = :case")
            .param("case", caseId)
            .query((row, _) -> one(row))
            .optional();
    }

    /** Locks the row: the person may be erased, and cannot be locked any more. */
    Optional<Case> findAndLock(UUID caseId) {
        return this.jdbc.sql("SELECT " + COLUMNS + " FROM rights_request WHERE case_id = :case FOR UPDATE")
            .param("case", caseId)
            .query((row, _) -> one(row))
            .optional();
    }

    /** What an erased person wrote goes with them; that there was a case stays. */
    @EventListener
    void on(Forgotten forgotten) {
        this.jdbc.sql("UPDATE rights_request SET words = NULL WHERE subscriber_id = :subscriber")
            .param("subscriber", forgotten.subscriberId())
            .update();
    }

    /** The oldest first. */
    List<Case> of(UUID subscriberId) {
        return this.jdbc
            .sql("SELECT " + COLUMNS
                    + " FROM rights_request WHERE subscriber_id = :subscriber ORDER BY received_at, case_id")
            .param("subscriber", subscriberId)
            .query((row, _) -> one(row))
            .list();
    }

    /** How many the person sent since then, whatever became of them. */
    int countSince(UUID subscriberId, Instant since) {
        return this.jdbc
            .sql("SELECT count(*) FROM rights_request WHERE subscriber_id = :subscriber AND received_at > :since")
            .param("subscriber", subscriberId)
            .param("since", Timestamp.from(since))
            .query(Integer.class)
            .single();
    }

    /** All open ones, and what was closed last. */
    List<Case> board(int closed) {
        return this.jdbc.sql("""
                (SELECT %1$s FROM rights_request WHERE closed_at IS NULL)
                UNION ALL
                (SELECT %1$s FROM rights_request WHERE closed_at IS NOT NULL ORDER BY closed_at DESC LIMIT :closed)
                """.formatted(COLUMNS)).param("closed", closed).query((row, _) -> one(row)).list();
    }

    Optional<byte[]> words(UUID caseId) {
        return this.jdbc.sql("SELECT words FROM rights_request WHERE case_id = :case AND words IS NOT NULL")
            .param("case", caseId)
            .query((row, _) -> row.getBytes("words"))
            .optional();
    }

    private static Case one(ResultSet row) throws SQLException {
        return new Case(row.getObject("case_id", UUID.class), row.getObject("subscriber_id", UUID.class),
                Right.valueOf(row.getString("kind")), row.getTimestamp("received_at").toInstant(),
                row.getTimestamp("due_at").toInstant(), instant(row, "acknowledged_at"), row.getString("extended_for"),
                instant(row, "stopped_at"), row.getString("stopped_for"), instant(row, "closed_at"),
                row.getString("outcome"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return (at != null) ? at.toInstant() : null;
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return (instant != null) ? Timestamp.from(instant) : null;
    }

}
