package newsletter.subscription.signup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.events.ConsentEvent.RequestedNewsletter;
import newsletter.events.ConsentEvent.SubscriptionRequested;
import newsletter.events.EventJson;
import newsletter.outbox.Outbox;

/**
 * The {@code subscription_request} and {@code requested_newsletter} tables. A request is
 * stored together with the event that tells of it.
 */
@Repository
public class SubscriptionRequests {

    private final JdbcClient jdbc;

    private final Outbox outbox;

    SubscriptionRequests(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    List<SubscriptionRequest.Earlier> since(Instant since, UUID subscriberId) {
        return this.jdbc.sql("""
                SELECT requested_at, adds_nothing
                FROM subscription_request
                WHERE subscriber_id = :subscriber AND requested_at > :since
                """)
            .param("subscriber", subscriberId)
            .param("since", Timestamp.from(since))
            .query(SubscriptionRequest.Earlier.class)
            .list();
    }

    void add(SubscriptionRequest request) {
        this.jdbc.sql("""
                INSERT INTO subscription_request (id, subscriber_id, requested_at, expires_at, privacy_notice,
                    confirmation_mail, language, adds_nothing)
                VALUES (:id, :subscriber, :requested, :expires, :notice, :letter, :language, :addsNothing)
                """)
            .param("id", request.id())
            .param("subscriber", request.subscriberId())
            .param("requested", Timestamp.from(request.requestedAt()))
            .param("expires", Timestamp.from(request.expiresAt()))
            .param("notice", request.asked().privacyNotice())
            .param("letter", request.asked().confirmationMail())
            .param("language", request.asked().language())
            .param("addsNothing", request.addsNothing())
            .update();
        request.asked().newsletters().forEach((wanted) -> add(request.id(), wanted));
        SubscriptionRequested event = request.event();
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
        return this.jdbc.sql("""
                SELECT id, subscriber_id, requested_at, expires_at, privacy_notice, confirmation_mail, language,
                    adds_nothing, confirmed_at, receipt_number
                FROM subscription_request
                WHERE id = :id AND subscriber_id = :subscriber
                """)
            .param("id", id)
            .param("subscriber", subscriberId)
            .query((row, _) -> request(row, newsletters(id)))
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
        Timestamp confirmed = row.getTimestamp("confirmed_at");
        return new SubscriptionRequest(row.getObject("id", UUID.class), row.getObject("subscriber_id", UUID.class),
                row.getTimestamp("requested_at").toInstant(), row.getTimestamp("expires_at").toInstant(),
                new Asked(newsletters, row.getString("privacy_notice"), row.getString("confirmation_mail"),
                        row.getString("language")),
                row.getBoolean("adds_nothing"), (confirmed != null) ? confirmed.toInstant() : null,
                row.getString("receipt_number"));
    }

    public void confirm(SubscriptionRequest request) {
        this.jdbc.sql("""
                UPDATE subscription_request
                SET confirmed_at = :confirmed, receipt_number = :receipt
                WHERE id = :id AND confirmed_at IS NULL
                """)
            .param("confirmed", (request.confirmedAt() != null) ? Timestamp.from(request.confirmedAt()) : null)
            .param("receipt", request.receiptNumber())
            .param("id", request.id())
            .update();
    }

}
