package newsletter.audit.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.audit.tree.Hash;

/** The {@code entry} table. Rows are added and never changed. */
@Repository
public class Entries {

    private static final String SELECT = """
            SELECT leaf_index, event_id, topic, partition, record_offset, record_key, type, subscriber_id, occurred_at,
                recorded_at, payload, leaf_hash
            FROM entry
            """;

    private final JdbcClient jdbc;

    Entries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Entry> at(long index) {
        return this.jdbc.sql(SELECT + "WHERE leaf_index = :index")
            .param("index", index)
            .query(Entries::entry)
            .optional();
    }

    /** Those from an index up to, not including, another, in order. */
    public List<Entry> between(long from, long to) {
        return this.jdbc.sql(SELECT + "WHERE leaf_index >= :from AND leaf_index < :to ORDER BY leaf_index")
            .param("from", from)
            .param("to", to)
            .query(Entries::entry)
            .list();
    }

    /** All that is about one person, in the order it was recorded. */
    public List<Entry> about(UUID subscriberId) {
        return this.jdbc.sql(SELECT + "WHERE subscriber_id = :subscriberId ORDER BY leaf_index")
            .param("subscriberId", subscriberId)
            .query(Entries::entry)
            .list();
    }

    /** The newest of a type for each key. */
    public List<Entry> newestOf(String type) {
        return this.jdbc.sql("""
                SELECT DISTINCT ON (record_key) leaf_index, event_id, topic, partition, record_offset, record_key, type,
                    subscriber_id, occurred_at, recorded_at, payload, leaf_hash
                FROM entry WHERE type = :type
                ORDER BY record_key, leaf_index DESC
                """).param("type", type).query(Entries::entry).list();
    }

    /** The newest of a type for a key. */
    public Optional<Entry> newestOf(String type, String key) {
        return this.jdbc.sql(SELECT + "WHERE type = :type AND record_key = :key ORDER BY leaf_index DESC LIMIT 1")
            .param("type", type)
            .param("key", key)
            .query(Entries::entry)
            .optional();
    }

    /** How many there are; not the size of the tree, if somebody took one out. */
    public long count() {
        return this.jdbc.sql("SELECT count(*) FROM entry").query(Long.class).single();
    }

    /** How many there are that the head does not know. */
    public long countBehindHead() {
        return this.jdbc.sql("SELECT count(*) FROM entry, ledger_head WHERE leaf_index >= size")
            .query(Long.class)
            .single();
    }

    /** When the newest joined. */
    public Optional<Instant> newestRecordedAt() {
        return this.jdbc.sql("SELECT recorded_at FROM entry ORDER BY leaf_index DESC LIMIT 1")
            .query((row, number) -> instant(row, "recorded_at"))
            .optional();
    }

    /** What is recorded already of a batch, by event and by place. */
    public Recorded recorded(Collection<UUID> eventIds, Collection<Place> places) {
        List<Recorded.One> found = this.jdbc.sql("""
                SELECT event_id, topic, partition, record_offset, type, leaf_hash FROM entry
                WHERE event_id = ANY (:eventIds)
                UNION ALL
                SELECT event_id, topic, partition, record_offset, type, leaf_hash FROM entry
                WHERE (topic, partition, record_offset) IN (SELECT * FROM unnest(:topics, :partitions, :offsets))
                """)
            .param("eventIds", Column.of("uuid", eventIds, (id) -> id))
            .param("topics", Column.of("text", places, Place::topic))
            .param("partitions", Column.of("integer", places, Place::partition))
            .param("offsets", Column.of("bigint", places, Place::offset))
            .query((row, number) -> new Recorded.One(row.getObject("event_id", UUID.class), place(row),
                    row.getString("type"), Hash.of(row.getBytes("leaf_hash"))))
            .list();
        return new Recorded(found);
    }

    /** One statement for all: thousands of single ones are what a batch is to avoid. */
    void add(List<Entry> entries) {
        this.jdbc
            .sql("""
                    INSERT INTO entry (leaf_index, event_id, topic, partition, record_offset, record_key, type, subscriber_id,
                        occurred_at, recorded_at, payload, leaf_hash)
                    SELECT * FROM unnest(:indexes, :eventIds, :topics, :partitions, :offsets, :keys, :types, :subscriberIds,
                        :occurredAts, :recordedAts, :payloads, :leafHashes)
                    """)
            .param("indexes", Column.of("bigint", entries, Entry::index))
            .param("eventIds", Column.of("uuid", entries, Entry::eventId))
            .param("topics", Column.of("text", entries, (entry) -> entry.place().topic()))
            .param("partitions", Column.of("integer", entries, (entry) -> entry.place().partition()))
            .param("offsets", Column.of("bigint", entries, (entry) -> entry.place().offset()))
            .param("keys", Column.of("text", entries, Entry::key))
            .param("types", Column.of("text", entries, Entry::type))
            .param("subscriberIds", Column.of("uuid", entries, Entry::subscriberId))
            .param("occurredAts", Column.of("timestamptz", entries, (entry) -> utc(entry.occurredAt())))
            .param("recordedAts", Column.of("timestamptz", entries, (entry) -> utc(entry.recordedAt())))
            .param("payloads", Column.ofBytes(entries, Entry::payload))
            .param("leafHashes", Column.ofBytes(entries, (entry) -> entry.leafHash().bytes()))
            .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(row.getLong("leaf_index"), row.getObject("event_id", UUID.class), place(row),
                row.getString("record_key"), row.getString("type"), row.getObject("subscriber_id", UUID.class),
                instant(row, "occurred_at"), instant(row, "recorded_at"), row.getBytes("payload"),
                Hash.of(row.getBytes("leaf_hash")));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getString("topic"), row.getInt("partition"), row.getLong("record_offset"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

}
