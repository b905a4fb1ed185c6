package newsletter.audit;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody with the database's password, and without the signing key. */
public class Tampering {

    private final JdbcClient jdbc;

    public Tampering(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins with an empty ledger: what the test before has broken stays broken else. */
    public void startAfresh() {
        run("""
                TRUNCATE entry, tile, checkpoint, delivery_report, delivery_row, receipt, contact, person_view,
                    integrity_check, demand, acknowledgement, outbox CASCADE
                """);
        run("""
                UPDATE ledger_head
                SET size = 0, root = '\\xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
                """);
    }

    public void run(String sql) {
        this.jdbc.sql(sql).update();
    }

    public void changeAByteOfThePayload(long index) {
        flip("UPDATE entry SET payload = set_byte(payload, 5, get_byte(payload, 5) # 1) WHERE leaf_index = " + index);
    }

    public void changeALeafHash(long index) {
        flip("UPDATE entry SET leaf_hash = set_byte(leaf_hash, 7, get_byte(leaf_hash, 7) # 1) WHERE leaf_index = "
                + index);
    }

    public void changeATile(int level, long index, int hash) {
        flip("""
                UPDATE tile SET hashes = set_byte(hashes, %1$d, get_byte(hashes, %1$d) # 1)
                WHERE level = %2$d AND tile_index = %3$d
                """.formatted(hash * 32, level, index));
    }

    public void changeTheNewestSignature() {
        flip("""
                UPDATE checkpoint SET note = overlay(note
                    PLACING CASE substr(note, length(note) - 10, 1) WHEN 'A' THEN 'B' ELSE 'A' END
                    FROM length(note) - 10)
                WHERE size = (SELECT max(size) FROM checkpoint)
                """);
    }

    public void swapPayloads(long one, long other) {
        run("""
                UPDATE entry SET payload = (SELECT payload FROM entry other WHERE other.leaf_index = %1$d + %2$d - entry.leaf_index),
                    leaf_hash = (SELECT leaf_hash FROM entry other WHERE other.leaf_index = %1$d + %2$d - entry.leaf_index)
                WHERE leaf_index IN (%1$d, %2$d)
                """
            .formatted(one, other));
    }

    private void flip(String sql) {
        if (this.jdbc.sql(sql).update() != 1) {
            throw new IllegalStateException("Nothing was changed: " + sql);
        }
    }

}
