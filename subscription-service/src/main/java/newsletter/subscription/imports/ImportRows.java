package newsletter.subscription.imports;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.subscription.contact.Crowd.Newcomer;

/** The {@code import_row} table. */
@Repository
class ImportRows {

    private final JdbcClient jdbc;

    private final JdbcTemplate batches;

    ImportRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Lines of which something may come. */
    void add(UUID importId, List<ImportRow> rows) {
        this.batches.batchUpdate("""
                INSERT INTO import_row (import_id, line, subscriber_id, tag, address, salt, newsletter_id, language,
                    statement, privacy_notice, collected_at, script, evidence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows, 1000, (statement, row) -> write(statement, importId, row));
    }

    private static void write(PreparedStatement statement, UUID importId, ImportRow row) throws SQLException {
        Newcomer newcomer = row.newcomer();
        Proof proof = row.proof();
        statement.setObject(1, importId);
        statement.setInt(2, row.line());
        statement.setObject(3, newcomer.id());
        statement.setBytes(4, decode(newcomer.tag()));
        statement.setBytes(5, decode(newcomer.address()));
        statement.setBytes(6, decode(newcomer.salt()));
        statement.setString(7, row.newsletterId());
        statement.setString(8, newcomer.language());
        statement.setString(9, (proof != null) ? proof.statement() : null);
        statement.setString(10, (proof != null) ? proof.privacyNotice() : null);
        statement.setTimestamp(11, (proof != null) ? Timestamp.from(proof.collectedAt()) : null);
        statement.setString(12, (proof != null) ? proof.script() : null);
        statement.setString(13, (proof != null) ? proof.evidence() : null);
    }

    /** Lines of which nothing can come, and why. No address of theirs is kept. */
    void addUnusable(UUID importId, Map<Integer, Outcome> faults) {
        this.batches.batchUpdate("""
                INSERT INTO import_row (import_id, line, subscriber_id, expected, outcome)
                VALUES (?, ?, gen_random_uuid(), ?, ?)
                """, faults.entrySet()
            .stream()
            .map((fault) -> new Object[] { importId, fault.getKey(), fault.getValue().name(), fault.getValue().name() })
            .toList());
    }

    /** The lines of the next people, all of each: to be checked. */
    List<ImportRow> nextToCheck(UUID importId, int people) {
        return next(importId, people, "expected");
    }

    /** The same to be done. */
    List<ImportRow> nextToDo(UUID importId, int people) {
        return next(importId, people, "outcome");
    }

    private List<ImportRow> next(UUID importId, int people, String column) {
        return this.jdbc
            .sql("""
                    SELECT line, subscriber_id, tag, address, salt, import_row.newsletter_id, import_row.language, statement,
                        effective_from, privacy_notice, collected_at, script, evidence
                    FROM import_row
                    LEFT JOIN wording ON sha256 = statement
                    WHERE import_id = :import AND %1$s IS NULL AND tag IN (
                        SELECT DISTINCT tag FROM import_row
                        WHERE import_id = :import AND %1$s IS NULL
                        ORDER BY tag
                        LIMIT :people)
                    ORDER BY tag, line
                    """
                .formatted(column))
            .param("import", importId)
            .param("people", people)
            .query(ImportRows::row)
            .list();
    }

    private static ImportRow row(ResultSet row, int number) throws SQLException {
        var newcomer = new Newcomer(row.getObject("subscriber_id", UUID.class), encode(row.getBytes("tag")),
                encode(row.getBytes("address")), encode(row.getBytes("salt")), row.getString("language"));
        return new ImportRow(row.getInt("line"), newcomer, row.getString("newsletter_id"), proof(row));
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] decode(String text) {
        return Base64.getDecoder().decode(text);
    }

    private static @Nullable Proof proof(ResultSet row) throws SQLException {
        String statement = row.getString("statement");
        return (statement == null) ? null
                : new Proof(statement, row.getTimestamp("effective_from").toInstant(), row.getString("privacy_notice"),
                        row.getTimestamp("collected_at").toInstant(), row.getString("script"),
                        row.getString("evidence"));
    }

    void expect(UUID importId, Map<Integer, Outcome> outcomes) {
        settle("UPDATE import_row SET expected = ? WHERE import_id = ? AND line = ?", importId, outcomes);
    }

    void settle(UUID importId, Map<Integer, Outcome> outcomes) {
        settle("UPDATE import_row SET outcome = ? WHERE import_id = ? AND line = ?", importId, outcomes);
    }

    private void settle(String sql, UUID importId, Map<Integer, Outcome> outcomes) {
        this.batches.batchUpdate(sql,
                outcomes.entrySet()
                    .stream()
                    .map((outcome) -> new Object[] { outcome.getValue().name(), importId, outcome.getKey() })
                    .toList());
    }

    /** Forgets how people are reached: what came of each line stays. */
    void forgetAddresses(UUID importId) {
        this.jdbc.sql("UPDATE import_row SET tag = NULL, address = NULL, salt = NULL WHERE import_id = :import")
            .param("import", importId)
            .update();
    }

    /** How many lines would come to what. */
    Map<Outcome, Integer> expected(UUID importId) {
        return count(importId, "expected");
    }

    /** How many have come to what. */
    Map<Outcome, Integer> outcomes(UUID importId) {
        return count(importId, "outcome");
    }

    private Map<Outcome, Integer> count(UUID importId, String column) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        this.jdbc.sql(
                "SELECT %1$s, count(*) AS lines FROM import_row WHERE import_id = :import AND %1$s IS NOT NULL GROUP BY 1"
                    .formatted(column))
            .param("import", importId)
            .query((row) -> {
                counts.put(Outcome.valueOf(row.getString(1)), row.getInt("lines"));
            });
        return counts;
    }

    /** The first lines that came, or would come, to this. */
    List<Integer> lines(UUID importId, Outcome outcome, int limit) {
        return this.jdbc.sql("""
                SELECT line FROM import_row
                WHERE import_id = :import AND coalesce(outcome, expected) = :outcome
                ORDER BY line
                LIMIT :limit
                """)
            .param("import", importId)
            .param("outcome", outcome.name())
            .param("limit", limit)
            .query(Integer.class)
            .list();
    }

}
