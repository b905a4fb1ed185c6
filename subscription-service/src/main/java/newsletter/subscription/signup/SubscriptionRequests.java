package newsletter.subscription.signup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.events.ConsentEvent;
import newsletter.events.ConsentEvent.DisowningRevoked;
import newsletter.events.ConsentEvent.EvidenceRecorded;
import newsletter.events.ConsentEvent.RequestDisowned;
import newsletter.events.ConsentEvent.RequestLapsed;
import newsletter.events.ConsentEvent.RequestedNewsletter;
import newsletter.events.EventJson;
import newsletter.outbox.Outbox;
import newsletter.subscription.contact.Forgotten;

/**
 * The {@code subscription_request} and {@code requested_newsletter} tables. A request is
 * stored together with the event that tells of it.
 */
@Repository
public class SubscriptionRequests {

    private static final Instant FAR_AWAY = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient jdbc;

    private final JdbcTemplate batches;

    private final Outbox outbox;

    SubscriptionRequests(JdbcClient jdbc, JdbcTemplate batches, Outbox outbox) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.outbox = outbox;
    }

    public void add(SubscriptionRequest request) {
        this.jdbc.sql("""
                INSERT INTO subscription_request (id, subscriber_id, requested_at, expires_at, privacy_notice,
                    confirmation_mail, language, method, adds_nothing)
                VALUES (:id, :subscriber, :requested, :expires, :notice, :letter, :language, :method, :addsNothing)
                """)
            .param("id", request.id())
            .param("subscriber", request.subscriberId())
            .param("requested", Timestamp.from(request.requestedAt()))
            .param("expires", Timestamp.from(request.expiresAt()))
            .param("notice", request.asked().privacyNotice())
            .param("letter", request.asked().confirmationMail())
            .param("language", request.asked().language())
            .param("method", request.method())
            .param("addsNothing", request.addsNothing())
            .update();
        request.asked().newsletters().forEach((wanted) -> add(request.id(), wanted));
        tell(request.event());
    }

    /** Tells what a request rests on, right after it. */
    void addEvidence(EvidenceRecorded evidence) {
        tell(evidence);
    }

    /** The same for many, answered or not. Their events are the caller's to tell. */
    public void addAll(List<SubscriptionRequest> requests) {
        this.batches.batchUpdate("""
                INSERT INTO subscription_request (id, subscriber_id, requested_at, expires_at, privacy_notice,
                    confirmation_mail, language, method, adds_nothing, confirmed_at, receipt_number)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, requests.stream().map(SubscriptionRequests::row).toList());
        this.batches.batchUpdate("""
                INSERT INTO requested_newsletter (request_id, newsletter_id, purpose_version, statement)
                VALUES (?, ?, ?, ?)
                """,
                requests.stream()
                    .flatMap((request) -> request.asked()
                        .newsletters()
                        .stream()
                        .map((wanted) -> new Object[] { request.id(), wanted.newsletterId(), wanted.purposeVersion(),
                                wanted.statement() }))
                    .toList());
    }

    private static @Nullable Object[] row(SubscriptionRequest request) {
        Instant confirmed = request.confirmedAt();
        return new @Nullable Object[] { request.id(), request.subscriberId(), Timestamp.from(request.requestedAt()),
                Timestamp.from(request.expiresAt()), request.asked().privacyNotice(),
                request.asked().confirmationMail(), request.asked().language(), request.method(), request.addsNothing(),
                (confirmed != null) ? Timestamp.from(confirmed) : null, request.receiptNumber() };
    }

    private void tell(ConsentEvent event) {
        this.outbox.append(event.topic(), event.key(), EventJson.write(event));
    }

    private void add(UUID requestId, RequestedNewsletter wanted) {
        this.jdbc.sql("""
                INSERT INTO requested_newsletter (request_id, newsletter_id, purpose_version, statement)
                VALUES (:request, :newsletter, :purposeVersion, :statement)
                """)
            .param("request", requestId)
            .param("newsletter", wanted.newsletterId())
            .param("purposeVersion", wanted.purposeVersion())
            .param("statement", wanted.statement())
            .update();
    }

    public Optional<SubscriptionRequest> find(UUID id, UUID subscriberId) {
        // First, not within: as many readers as there are connections would wait for each
        // other if each held one and asked for another.
        List<RequestedNewsletter> newsletters = newsletters(id);
        return this.jdbc.sql("""
                SELECT id, subscriber_id, requested_at, expires_at, privacy_notice, confirmation_mail, language,
                    method, adds_nothing, confirmed_at, receipt_number, disowned_at, muted_until
                FROM subscription_request
                WHERE id = :id AND subscriber_id = :subscriber
                """)
            .param("id", id)
            .param("subscriber", subscriberId)
            .query((row, _) -> request(row, newsletters))
            .optional();
    }

    private List<RequestedNewsletter> newsletters(UUID requestId) {
        return this.jdbc.sql("""
                SELECT requested.newsletter_id, requested.purpose_version, requested.statement
                FROM requested_newsletter requested
                JOIN newsletter ON newsletter.id = requested.newsletter_id
                WHERE requested.request_id = :request
                ORDER BY newsletter.position, newsletter.id
                """).param("request", requestId).query(RequestedNewsletter.class).list();
    }

    private static SubscriptionRequest request(ResultSet row, List<RequestedNewsletter> newsletters)
            throws SQLException {
        return new SubscriptionRequest(row.getObject("id", UUID.class), row.getObject("subscriber_id", UUID.class),
                row.getTimestamp("requested_at").toInstant(), row.getTimestamp("expires_at").toInstant(),
                new Asked(newsletters, row.getString("privacy_notice"), row.getString("confirmation_mail"),
                        row.getString("language")),
                row.getString("method"), row.getBoolean("adds_nothing"), instant(row, "confirmed_at"),
                row.getString("receipt_number"), instant(row, "disowned_at"), instant(row, "muted_until"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return (timestamp != null) ? timestamp.toInstant() : null;
    }

    public void confirm(SubscriptionRequest request) {
        this.jdbc.sql("""
                UPDATE subscription_request
                SET confirmed_at = :confirmed, receipt_number = :receipt
                WHERE id = :id AND confirmed_at IS NULL AND disowned_at IS NULL
                """)
            .param("confirmed", (request.confirmedAt() != null) ? Timestamp.from(request.confirmedAt()) : null)
            .param("receipt", request.receiptNumber())
            .param("id", request.id())
            .update();
    }

    /**
     * Ends all that this subscriber could still confirm and that others may have asked
     * for. A renewal is asked for by us, and is about what they agreed to.
     */
    public void disown(UUID subscriberId, Instant now, Instant mutedUntil) {
        this.jdbc.sql("""
                UPDATE subscription_request SET disowned_at = :now, muted_until = :until
                WHERE subscriber_id = :subscriber AND confirmed_at IS NULL AND disowned_at IS NULL AND expires_at > :now
                    AND method <> 'renewal'
                RETURNING id
                """)
            .param("now", Timestamp.from(now))
            .param("until", Timestamp.from(mutedUntil))
            .param("subscriber", subscriberId)
            .query(UUID.class)
            .list()
            .forEach((id) -> tell(new RequestDisowned(UUID.randomUUID(), subscriberId, now, id, mutedUntil)));
    }

    /** The owner wants letters again. The requests stay ended. */
    public void revokeDisowning(UUID subscriberId, Instant now) {
        this.jdbc.sql("""
                UPDATE subscription_request SET muted_until = NULL
                WHERE subscriber_id = :subscriber AND muted_until IS NOT NULL
                RETURNING id
                """)
            .param("subscriber", subscriberId)
            .query(UUID.class)
            .list()
            .forEach((id) -> tell(new DisowningRevoked(UUID.randomUUID(), subscriberId, now, id)));
    }

    /** Subscribers with a request that can never be confirmed, the longest so first. */
    public List<UUID> withUnconfirmed(Instant now, int limit) {
        return this.jdbc
            .sql("""
                    SELECT subscriber_id FROM subscription_request
                    WHERE confirmed_at IS NULL AND expires_at <= :now AND NOT EXISTS (SELECT FROM restriction WHERE restriction.subscriber_id = subscription_request.subscriber_id)
                    ORDER BY expires_at
                    LIMIT :limit
                    """)
            .param("now", Timestamp.from(now))
            .param("limit", limit)
            .query(UUID.class)
            .list();
    }

    public long countUnconfirmed(Instant now) {
        return this.jdbc
            .sql("""
                    SELECT count(*) FROM subscription_request
                    WHERE confirmed_at IS NULL AND expires_at <= :now AND NOT EXISTS (SELECT FROM restriction WHERE restriction.subscriber_id = subscription_request.subscriber_id)
                    """)
            .param("now", Timestamp.from(now))
            .query(Long.class)
            .single();
    }

    /** Since when the oldest of them can never be confirmed. */
    public Optional<Instant> oldestUnconfirmed(Instant now) {
        return this.jdbc
            .sql("""
                    SELECT expires_at FROM subscription_request
                    WHERE confirmed_at IS NULL AND expires_at <= :now AND NOT EXISTS (SELECT FROM restriction WHERE restriction.subscriber_id = subscription_request.subscriber_id)
                    ORDER BY expires_at
                    LIMIT 1
                    """)
            .param("now", Timestamp.from(now))
            .query((row, _) -> row.getTimestamp("expires_at").toInstant())
            .optional();
    }

    /**
     * Deletes what this subscriber did not confirm in time (C-36), and tells it, unless
     * it was told before that the request had ended.
     * @return how many
     */
    public int lapse(UUID subscriberId, Instant now) {
        return lapse(subscriberId, now, now);
    }

    /**
     * The same whether or not there is time left: the letters went to a mailbox that is
     * no longer the subscriber's.
     */
    public void lapseAll(UUID subscriberId, Instant now) {
        lapse(subscriberId, FAR_AWAY, now);
    }

    private int lapse(UUID subscriberId, Instant thoseUntil, Instant now) {
        List<Lapsed> lapsed = this.jdbc
            .sql("""
                    DELETE FROM subscription_request
                    WHERE subscriber_id = :subscriber AND confirmed_at IS NULL AND expires_at <= :until
                        AND (:all OR NOT EXISTS (SELECT FROM restriction WHERE restriction.subscriber_id = subscription_request.subscriber_id))
                    RETURNING id, disowned_at IS NOT NULL AS disowned
                    """)
            .param("subscriber", subscriberId)
            .param("until", Timestamp.from(thoseUntil))
            // Those to a mailbox that was left are of no use to anybody.
            .param("all", thoseUntil.equals(FAR_AWAY))
            .query(Lapsed.class)
            .list();
        lapsed.stream()
            .filter((request) -> !request.disowned())
            .forEach((request) -> tell(new RequestLapsed(UUID.randomUUID(), subscriberId, now, request.id())));
        return lapsed.size();
    }

    /**
     * What an erased subscriber did not confirm is not waited for any more. That they are
     * erased tells that it has ended.
     */
    @EventListener
    void on(Forgotten forgotten) {
        this.jdbc.sql("DELETE FROM subscription_request WHERE subscriber_id = :subscriber AND confirmed_at IS NULL")
            .param("subscriber", forgotten.subscriberId())
            .update();
    }

    /** What is left of a deleted request. */
    private record Lapsed(UUID id, boolean disowned) {
    }

    public boolean hasAny(UUID subscriberId) {
        return this.jdbc.sql("SELECT EXISTS (SELECT FROM subscription_request WHERE subscriber_id = :subscriber)")
            .param("subscriber", subscriberId)
            .query(Boolean.class)
            .single();
    }

}
