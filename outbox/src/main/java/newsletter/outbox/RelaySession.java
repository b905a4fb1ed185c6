package newsletter.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A relay's own database connection: the right to tell, and the rows to be told. Both end
 * with the connection, so that whoever has lost the right cannot delete a row.
 */
final class RelaySession implements AutoCloseable {

    /** "outbox" in ASCII. Advisory locks are per database, and so is the outbox. */
    private static final long LOCK = 0x6f7574626f78L;

    /**
     * Keeps a backlog of large reports from filling the memory. A batch may exceed it by
     * one event.
     */
    private static final long MAX_BATCH_BYTES = 8 * 1024 * 1024;

    private final Connection connection;

    private final JdbcClient jdbc;

    private RelaySession(Connection connection) {
        this.connection = connection;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /**
     * Connects.
     * @param database opens a connection of its own each time: one from a pool would take
     * the lock, and the settings, back into the pool
     * @param patience how long the session may be silent, in a batch or between two,
     * before the server ends it
     */
    static RelaySession open(DataSource database, Duration patience) throws SQLException {
        Connection connection = database.getConnection();
        try {
            // A server that vanished does not say so.
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(patience.toMillis()));
            connection.setAutoCommit(false);
            var session = new RelaySession(connection);
            session.limit(patience);
            return session;
        }
        catch (SQLException | RuntimeException ex) {
            connection.close();
            throw ex;
        }
    }

    private void limit(Duration patience) throws SQLException {
        for (String setting : List.of("idle_session_timeout", "idle_in_transaction_session_timeout")) {
            jdbc.sql("SELECT set_config(:setting, :value, false)")
                .param("setting", setting)
                .param("value", patience.toMillis() + "ms")
                .query()
                .singleValue();
        }
        commit();
    }

    /** The database's name: another database's relay is another relay to Kafka too. */
    String database() throws SQLException {
        return connection.getCatalog();
    }

    /**
     * True for one relay at a time, for as long as it is connected. Two relays at work
     * would tell the events of one key out of order.
     */
    boolean lead() throws SQLException {
        boolean leading = jdbc.sql("SELECT pg_try_advisory_lock(:lock)")
            .param("lock", LOCK)
            .query(Boolean.class)
            .single();
        commit();
        return leading;
    }

    /**
     * Takes the oldest rows out of the table: for good once {@link #commit()} is done.
     */
    List<Pending> takeOldest(int rows) {
        return jdbc.sql("""
                WITH oldest AS (
                    SELECT id, octet_length(payload) AS bytes FROM outbox ORDER BY id LIMIT :rows
                ), batch AS (
                    SELECT id, sum(bytes) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
                    FROM oldest
                ), taken AS (
                    DELETE FROM outbox
                    WHERE id IN (SELECT id FROM batch WHERE before IS NULL OR before < :bytes)
                    RETURNING id, topic, key, payload
                )
                SELECT topic, key, payload FROM taken ORDER BY id
                """).param("rows", rows).param("bytes", MAX_BATCH_BYTES).query(Pending.class).list();
    }

    void commit() throws SQLException {
        connection.commit();
    }

    /** Gives back the lock, and any rows that were taken and not told. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }

}
