package newsletter.subscription.reported;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import newsletter.events.DeliveryReport.DeliveriesReported;
import newsletter.events.DeliveryReport.LetterReported;
import newsletter.events.DeliveryReport.Outcome;
import newsletter.events.DeliveryReport.Row;

/**
 * The {@code delivered} and {@code letter_sent} tables. A delivery is kept once, and so
 * is a report of a letter: reading the topic again changes nothing (I-3).
 */
@Repository
@Transactional
public class SentMails {

    private final JdbcClient jdbc;

    SentMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All rows of a report with one statement: there may be a thousand. */
    void add(DeliveriesReported report) {
        List<Row> rows = report.rows();
        this.jdbc.sql("""
                INSERT INTO delivered (delivery_id, subscriber_id, edition_id, newsletter_id, consent_id, outcome, at,
                    message_id, relay_reply)
                SELECT id, subscriber, :edition, :newsletter, consent, outcome, at, message, reply
                FROM unnest(:ids::uuid[], :subscribers::uuid[], :consents::uuid[], :outcomes::text[],
                    :times::timestamptz[], :messages::text[], :replies::text[])
                    AS told (id, subscriber, consent, outcome, at, message, reply)
                ON CONFLICT (delivery_id) DO NOTHING
                """)
            .param("edition", report.editionId())
            .param("newsletter", report.newsletterId())
            .param("ids", column(rows, Row::deliveryId))
            .param("subscribers", column(rows, Row::subscriberId))
            .param("consents", column(rows, Row::consentId))
            .param("outcomes", column(rows, (row) -> name(row.outcome())))
            .param("times", column(rows, Row::at))
            .param("messages", column(rows, Row::messageId))
            .param("replies", column(rows, Row::relayReply))
            .update();
    }

    void add(LetterReported report) {
        this.jdbc.sql("""
                INSERT INTO letter_sent (event_id, subscriber_id, letter, about, outcome, at, message_id, relay_reply)
                VALUES (:id, :subscriber, :letter, :about, :outcome, :at, :message, :reply)
                ON CONFLICT (event_id) DO NOTHING
                """)
            .param("id", report.eventId())
            .param("subscriber", report.subscriberId())
            .param("letter", report.letter())
            .param("about", report.about())
            .param("outcome", name(report.outcome()))
            .param("at", Timestamp.from(report.occurredAt()))
            .param("message", report.messageId())
            .param("reply", report.relayReply())
            .update();
    }

    /** As text: PostgreSQL casts it, and the driver knows no array of UUIDs. */
    private static @Nullable String[] column(List<Row> rows, Function<Row, @Nullable Object> value) {
        return rows.stream()
            .map(value)
            .map((field) -> (field != null) ? field.toString() : null)
            .toArray(String[]::new);
    }

    private static String name(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    /** The oldest first. */
    @Transactional(readOnly = true)
    public List<SentMail> mails(UUID subscriberId) {
        return this.jdbc.sql("""
                SELECT at, delivered.newsletter_id, title, consent_id, outcome, message_id, relay_reply
                FROM delivered
                LEFT JOIN published_edition USING (edition_id)
                WHERE subscriber_id = :subscriber
                ORDER BY at, delivery_id
                """).param("subscriber", subscriberId).query(SentMail.class).list();
    }

    /** The oldest first. */
    @Transactional(readOnly = true)
    public List<SentLetter> letters(UUID subscriberId) {
        return this.jdbc.sql("""
                SELECT at, letter, about, outcome, message_id, relay_reply
                FROM letter_sent
                WHERE subscriber_id = :subscriber
                ORDER BY at, event_id
                """).param("subscriber", subscriberId).query(SentLetter.class).list();
    }

    /** Forgets some of what was sent before then; how much. */
    public int forget(Instant then, int limit) {
        return forget("delivered", then, limit) + forget("letter_sent", then, limit);
    }

    private int forget(String table, Instant then, int limit) {
        return this.jdbc
            .sql("DELETE FROM %1$s WHERE ctid IN (SELECT ctid FROM %1$s WHERE at <= :then LIMIT :limit)"
                .formatted(table))
            .param("then", Timestamp.from(then))
            .param("limit", limit)
            .update();
    }

    @Transactional(readOnly = true)
    public long countBefore(Instant then) {
        return this.jdbc.sql("""
                SELECT (SELECT count(*) FROM delivered WHERE at <= :then)
                    + (SELECT count(*) FROM letter_sent WHERE at <= :then)
                """).param("then", Timestamp.from(then)).query(Long.class).single();
    }

    /** When the oldest of it was sent. */
    @Transactional(readOnly = true)
    public Optional<Instant> oldestBefore(Instant then) {
        return this.jdbc.sql("""
                SELECT min(at) FROM (
                    (SELECT min(at) AS at FROM delivered) UNION ALL (SELECT min(at) FROM letter_sent)) AS oldest
                WHERE at <= :then
                """).param("then", Timestamp.from(then)).query(Timestamp.class).optional().map(Timestamp::toInstant);
    }

}
