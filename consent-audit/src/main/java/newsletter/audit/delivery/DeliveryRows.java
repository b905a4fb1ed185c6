package newsletter.audit.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.audit.ledger.Column;
import newsletter.events.DeliveryReport.DeliveriesReported;
import newsletter.events.DeliveryReport.Outcome;
import newsletter.events.DeliveryReport.Row;

import static java.time.ZoneOffset.UTC;

/** The {@code delivery_row} table, and {@code delivery_report} above it. */
@Repository
public class DeliveryRows {

    private final JdbcClient jdbc;

    DeliveryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a report that has just become a leaf. */
    public void add(long leafIndex, DeliveriesReported report, List<byte[]> rows) {
        this.jdbc
            .sql("""
                    INSERT INTO delivery_report (leaf_index, edition_id, newsletter_id, sequence, planned, accepted, refused,
                        suppressed, unknown)
                    VALUES (:leafIndex, :editionId, :newsletterId, :sequence, :planned, :accepted, :refused, :suppressed,
                        :unknown)
                    """)
            .param("leafIndex", leafIndex)
            .param("editionId", report.editionId())
            .param("newsletterId", report.newsletterId())
            .param("sequence", report.sequence())
            .param("planned", report.planned())
            .param("accepted", count(report, Outcome.ACCEPTED))
            .param("refused", count(report, Outcome.REFUSED))
            .param("suppressed", count(report, Outcome.SUPPRESSED))
            .param("unknown", count(report, Outcome.UNKNOWN))
            .update();
        this.jdbc
            .sql("""
                    INSERT INTO delivery_row (leaf_index, position, delivery_id, subscriber_id, consent_id, edition_id, outcome,
                        at, row_bytes)
                    SELECT :leafIndex, position, delivery_id, subscriber_id, consent_id, :editionId, outcome, at, row_bytes
                    FROM unnest(:positions, :deliveryIds, :subscriberIds, :consentIds, :outcomes, :ats, :rows)
                        AS row (position, delivery_id, subscriber_id, consent_id, outcome, at, row_bytes)
                    """)
            .param("leafIndex", leafIndex)
            .param("editionId", report.editionId())
            .param("positions", Column.of("integer", IntStream.range(0, rows.size()).boxed().toList(), (at) -> at))
            .param("deliveryIds", Column.of("uuid", report.rows(), Row::deliveryId))
            .param("subscriberIds", Column.of("uuid", report.rows(), Row::subscriberId))
            .param("consentIds", Column.of("uuid", report.rows(), Row::consentId))
            .param("outcomes", Column.of("text", report.rows(), (row) -> name(row.outcome())))
            .param("ats", Column.of("timestamptz", report.rows(), (row) -> row.at().atOffset(UTC)))
            .param("rows", Column.ofBytes(rows, (row) -> row))
            .update();
    }

    /** All rows of a report, in their order. */
    public List<StoredRow> of(long leafIndex) {
        return this.jdbc.sql("""
                SELECT leaf_index, position, subscriber_id, edition_id, outcome, at, row_bytes FROM delivery_row
                WHERE leaf_index = :leafIndex
                ORDER BY position
                """).param("leafIndex", leafIndex).query(DeliveryRows::row).list();
    }

    /** All that is about one person. */
    public List<StoredRow> about(UUID subscriberId) {
        return this.jdbc.sql("""
                SELECT leaf_index, position, subscriber_id, edition_id, outcome, at, row_bytes FROM delivery_row
                WHERE subscriber_id = :subscriberId
                ORDER BY leaf_index, position
                """).param("subscriberId", subscriberId).query(DeliveryRows::row).list();
    }

    private static long count(DeliveriesReported report, Outcome outcome) {
        return report.rows().stream().filter((row) -> row.outcome() == outcome).count();
    }

    /** As on the wire. */
    public static String name(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether a report is summed up as it should be.
     * @param planned what the report said, by its manifest
     */
    public boolean isSummedUp(long leafIndex, UUID editionId, long sequence, long planned) {
        return this.jdbc
            .sql("""
                    SELECT count(*) FROM delivery_report report
                    WHERE leaf_index = :leafIndex AND edition_id = :editionId AND sequence = :sequence AND planned = :planned
                        AND (accepted, refused, suppressed, unknown) = (
                            SELECT count(*) FILTER (WHERE outcome = 'accepted'), count(*) FILTER (WHERE outcome = 'refused'),
                                count(*) FILTER (WHERE outcome = 'suppressed'), count(*) FILTER (WHERE outcome = 'unknown')
                            FROM delivery_row delivery WHERE delivery.leaf_index = report.leaf_index)
                    """)
            .param("leafIndex", leafIndex)
            .param("editionId", editionId)
            .param("sequence", sequence)
            .param("planned", planned)
            .query(Long.class)
            .single() == 1;
    }

    /** One row. */
    public Optional<StoredRow> at(long leafIndex, int position) {
        return this.jdbc.sql("""
                SELECT leaf_index, position, subscriber_id, edition_id, outcome, at, row_bytes FROM delivery_row
                WHERE leaf_index = :leafIndex AND position = :position
                """).param("leafIndex", leafIndex).param("position", position).query(DeliveryRows::row).optional();
    }

    private static StoredRow row(ResultSet row, int number) throws SQLException {
        return new StoredRow(row.getLong("leaf_index"), row.getInt("position"),
                row.getObject("subscriber_id", UUID.class), row.getObject("edition_id", UUID.class),
                row.getString("outcome"), row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBytes("row_bytes"));
    }

}
