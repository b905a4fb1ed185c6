package newsletter.subscription.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.subscription.imports.Import.State;

/** The {@code address_import} table. */
@Repository
public class Imports {

    /** How long a file that nobody decides on is kept: it holds addresses. */
    private static final Duration UNDECIDED = Duration.ofDays(7);

    private static final String COLUMNS = """
            SELECT id, source, brought_by, brought_at, rows, state, decided_by, decided_at, finished_at
            FROM address_import
            """;

    private final JdbcClient jdbc;

    Imports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Import brought) {
        this.jdbc.sql("""
                INSERT INTO address_import (id, source, brought_by, brought_at, rows, state)
                VALUES (:id, :source, :by, :at, :rows, 'CHECKING')
                """)
            .param("id", brought.id())
            .param("source", brought.source())
            .param("by", brought.broughtBy())
            .param("at", Timestamp.from(brought.broughtAt()))
            .param("rows", brought.rows())
            .update();
    }

    /** The newest first. */
    List<Import> all() {
        return this.jdbc.sql(COLUMNS + "ORDER BY brought_at DESC, id").query(Imports::row).list();
    }

    Optional<Import> find(UUID id) {
        return this.jdbc.sql(COLUMNS + "WHERE id = :id").param("id", id).query(Imports::row).optional();
    }

    /** Those with something to do, the oldest first. */
    List<UUID> moving() {
        return this.jdbc
            .sql("SELECT id FROM address_import WHERE state IN ('CHECKING', 'APPROVED') ORDER BY brought_at")
            .query(UUID.class)
            .list();
    }

    /** Empty while another replica has it in hand: one batch of an import at a time. */
    Optional<Import> lock(UUID id) {
        return this.jdbc.sql(COLUMNS + "WHERE id = :id FOR UPDATE SKIP LOCKED")
            .param("id", id)
            .query(Imports::row)
            .optional();
    }

    /** Waits for whoever has it in hand. */
    Optional<Import> lockToDecide(UUID id) {
        return this.jdbc.sql(COLUMNS + "WHERE id = :id FOR UPDATE").param("id", id).query(Imports::row).optional();
    }

    void decide(UUID id, State state, String by, Instant now) {
        this.jdbc.sql("""
                UPDATE address_import SET state = :state, decided_by = :by, decided_at = :now,
                    finished_at = CASE WHEN :state = 'DISCARDED' THEN :now::timestamptz END
                WHERE id = :id
                """)
            .param("state", state.name())
            .param("by", by)
            .param("now", Timestamp.from(now))
            .param("id", id)
            .update();
    }

    void checked(UUID id) {
        this.jdbc.sql("UPDATE address_import SET state = 'CHECKED' WHERE id = :id").param("id", id).update();
    }

    void done(UUID id, Instant now) {
        this.jdbc.sql("UPDATE address_import SET state = 'DONE', finished_at = :now WHERE id = :id")
            .param("now", Timestamp.from(now))
            .param("id", id)
            .update();
    }

    /** Those that nobody has decided on in time. */
    public List<UUID> undecided(Instant now) {
        return this.jdbc.sql("SELECT id FROM address_import WHERE state = 'CHECKED' AND brought_at <= :then")
            .param("then", Timestamp.from(now.minus(UNDECIDED)))
            .query(UUID.class)
            .list();
    }

    /** Since when the oldest of them should be gone. */
    public Optional<Instant> oldestUndecided(Instant now) {
        return undecided(now).stream()
            .flatMap((id) -> find(id).stream())
            .map((brought) -> brought.broughtAt().plus(UNDECIDED))
            .min(Instant::compareTo);
    }

    private static Import row(ResultSet row, int number) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        Timestamp finished = row.getTimestamp("finished_at");
        return new Import(row.getObject("id", UUID.class), row.getString("source"), row.getString("brought_by"),
                row.getTimestamp("brought_at").toInstant(), row.getInt("rows"), State.valueOf(row.getString("state")),
                row.getString("decided_by"), (decided != null) ? decided.toInstant() : null,
                (finished != null) ? finished.toInstant() : null);
    }

}
