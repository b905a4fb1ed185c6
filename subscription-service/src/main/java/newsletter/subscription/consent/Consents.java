package newsletter.subscription.consent;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.events.ConsentEvent;
import newsletter.events.ConsentEvent.ConsentEnded;
import newsletter.events.ConsentEvent.ConsentExpired;
import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.ConsentWithdrawn;
import newsletter.events.EventJson;
import newsletter.outbox.Outbox;

/** The {@code consent} table. A row changes together with the event that tells of it. */
@Repository
public class Consents {

    private static final String REVIVED = """
            SELECT DISTINCT subscriber_id FROM consent JOIN subscriber ON subscriber.id = subscriber_id
            WHERE ended_by = 'ERASURE' AND erased_at IS NULL
            """;

    private final JdbcClient jdbc;

    private final JdbcTemplate batches;

    private final Outbox outbox;

    Consents(JdbcClient jdbc, JdbcTemplate batches, Outbox outbox) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.outbox = outbox;
    }

    public Agreements of(UUID subscriberId) {
        return new Agreements(subscriberId, this.jdbc.sql("""
                SELECT id, newsletter_id, purpose_version, valid_until
                FROM consent
                WHERE subscriber_id = :subscriber AND ended_at IS NULL
                ORDER BY newsletter_id
                """).param("subscriber", subscriberId).query(LiveConsent.class).list());
    }

    /**
     * The last consent to this newsletter, if the person ended it themselves and none has
     * followed. The words are those of the request that it answered.
     */
    Optional<Withdrawn> lastWithdrawn(UUID subscriberId, String newsletterId) {
        return this.jdbc.sql("""
                SELECT last.id, newsletter_id, purpose_version, request_id, statement, privacy_notice,
                    confirmation_mail, language, valid_until, ended_at
                FROM (
                    SELECT * FROM consent
                    WHERE subscriber_id = :subscriber AND newsletter_id = :newsletter
                    ORDER BY given_at DESC, ended_at IS NULL DESC
                    LIMIT 1) last
                JOIN subscription_request request ON request.id = last.request_id
                WHERE ended_by IN ('ONE_CLICK', 'UNSUBSCRIBE_PAGE')
                """)
            .param("subscriber", subscriberId)
            .param("newsletter", newsletterId)
            .query(Withdrawn.class)
            .optional();
    }

    /** The hash of the statement that this consent was given to. */
    public Optional<String> statement(UUID consentId) {
        return this.jdbc.sql("SELECT statement FROM consent WHERE id = :id")
            .param("id", consentId)
            .query(String.class)
            .optional();
    }

    public void give(ConsentGiven given) {
        this.jdbc.sql("""
                INSERT INTO consent (id, subscriber_id, newsletter_id, purpose_version, request_id, statement,
                    given_at, valid_until)
                VALUES (:id, :subscriber, :newsletter, :purposeVersion, :request, :statement, :given, :validUntil)
                """)
            .param("id", given.consentId())
            .param("subscriber", given.subscriberId())
            .param("newsletter", given.newsletterId())
            .param("purposeVersion", given.purposeVersion())
            .param("request", given.requestId())
            .param("statement", given.statement())
            .param("given", Timestamp.from(given.occurredAt()))
            .param("validUntil", Timestamp.from(given.validUntil()))
            .update();
        tell(given);
    }

    /**
     * The same for many, each of another subscriber or newsletter. What there was makes
     * way: it has run out, or was to another purpose. The events are the caller's to
     * tell.
     */
    public void giveAll(List<ConsentGiven> given) {
        this.batches.batchUpdate("""
                UPDATE consent SET ended_at = ?, ended_by = 'REPLACED'
                WHERE subscriber_id = ? AND newsletter_id = ? AND ended_at IS NULL
                """, given.stream()
            .map((one) -> new Object[] { Timestamp.from(one.occurredAt()), one.subscriberId(), one.newsletterId() })
            .toList());
        this.batches.batchUpdate("""
                INSERT INTO consent (id, subscriber_id, newsletter_id, purpose_version, request_id, statement,
                    given_at, valid_until)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                given.stream()
                    .map((one) -> new Object[] { one.consentId(), one.subscriberId(), one.newsletterId(),
                            one.purposeVersion(), one.requestId(), one.statement(), Timestamp.from(one.occurredAt()),
                            Timestamp.from(one.validUntil()) })
                    .toList());
    }

    /** Makes way for a new consent. The event of that one tells both. */
    public void replace(LiveConsent consent, Instant now) {
        end(consent.id(), "REPLACED", now);
    }

    public void withdraw(ConsentWithdrawn withdrawn) {
        end(withdrawn.consentId(), withdrawn.by().name(), withdrawn.occurredAt());
        tell(withdrawn);
    }

    /** Writes down that it has run out. */
    public void expire(ConsentExpired expired) {
        end(expired.consentId(), "EXPIRED", expired.occurredAt());
        tell(expired);
    }

    public void end(ConsentEnded ended) {
        end(ended.consentId(), ended.because().name(), ended.occurredAt());
        tell(ended);
    }

    /** Subscribers who can be reached though they were erased: a backup has done that. */
    public List<UUID> revived(int limit) {
        return this.jdbc.sql(REVIVED + " LIMIT :limit").param("limit", limit).query(UUID.class).list();
    }

    public long countRevived() {
        return this.jdbc.sql("SELECT count(*) FROM (" + REVIVED + ") revived").query(Long.class).single();
    }

    private void end(UUID id, String by, Instant now) {
        this.jdbc.sql("UPDATE consent SET ended_at = :now, ended_by = :by WHERE id = :id AND ended_at IS NULL")
            .param("now", Timestamp.from(now))
            .param("by", by)
            .param("id", id)
            .update();
    }

    private void tell(ConsentEvent event) {
        this.outbox.append(event.topic(), event.key(), EventJson.write(event));
    }

}
