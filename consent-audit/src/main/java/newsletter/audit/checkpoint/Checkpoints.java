package newsletter.audit.checkpoint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.audit.tree.Hash;

/** The {@code checkpoint} table. Rows are added and never changed. */
@Repository
public class Checkpoints {

    private final JdbcClient jdbc;

    Checkpoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one of the largest tree. */
    public Optional<StoredCheckpoint> newest() {
        return this.jdbc.sql("SELECT size, root, note, signed_at FROM checkpoint ORDER BY size DESC LIMIT 1")
            .query(Checkpoints::checkpoint)
            .optional();
    }

    /** Those of trees larger than a size, up to another, the smallest first. */
    public List<StoredCheckpoint> between(long above, long upTo) {
        return this.jdbc.sql("""
                SELECT size, root, note, signed_at FROM checkpoint
                WHERE size > :above AND size <= :upTo
                ORDER BY size
                """).param("above", above).param("upTo", upTo).query(Checkpoints::checkpoint).list();
    }

    void add(StoredCheckpoint checkpoint) {
        this.jdbc.sql("INSERT INTO checkpoint (size, root, note, signed_at) VALUES (:size, :root, :note, :signedAt)")
            .param("size", checkpoint.size())
            .param("root", checkpoint.root().bytes())
            .param("note", checkpoint.note())
            .param("signedAt", checkpoint.signedAt().atOffset(ZoneOffset.UTC))
            .update();
    }

    private static StoredCheckpoint checkpoint(ResultSet row, int number) throws SQLException {
        return new StoredCheckpoint(row.getLong("size"), Hash.of(row.getBytes("root")), row.getString("note"),
                row.getObject("signed_at", OffsetDateTime.class).toInstant());
    }

}
