package newsletter.subscription.preferences;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.subscription.preferences.History.Moment;
import newsletter.subscription.preferences.History.What;
import newsletter.subscription.signup.SubscriptionRequest;

/**
 * Reads from the {@code subscription_request}, {@code consent} and other tables what was,
 * live or long ended. Others own them: nothing is decided or written here.
 */
@Repository
class Past {

    private final JdbcClient jdbc;

    Past(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Each box of each request, but of those that somebody else had sent. */
    List<PastRequest> requests(UUID subscriberId) {
        return requests(subscriberId, "");
    }

    /** The same with names as a page in this language has them. */
    List<PastRequest> requests(UUID subscriberId, String language) {
        return this.jdbc.sql("""
                SELECT request.id, requested_at, expires_at, confirmed_at, receipt_number, newsletter.id AS newsletter,
                    words.name, method
                FROM subscription_request request
                JOIN requested_newsletter ON request_id = request.id
                JOIN newsletter ON newsletter.id = newsletter_id
                JOIN newsletter_words(:language) words ON words.id = newsletter_id
                WHERE subscriber_id = :subscriber AND disowned_at IS NULL
                ORDER BY requested_at, request.id, position, newsletter.id
                """)
            .param("subscriber", subscriberId)
            .param("language", language)
            .query((row, _) -> request(row))
            .list();
    }

    private static PastRequest request(ResultSet row) throws SQLException {
        return new PastRequest(row.getObject("id", UUID.class), instant(row, "requested_at"),
                instant(row, "expires_at"), instantOrNull(row, "confirmed_at"), row.getString("receipt_number"),
                row.getString("newsletter"), row.getString("name"), row.getString("method"));
    }

    /** Each consent, with names as a page in this language has them. */
    List<PastConsent> consents(UUID subscriberId, String language) {
        return this.jdbc.sql("""
                SELECT request_id, newsletter.id AS newsletter, words.name, given_at, valid_until, ended_at,
                    ended_by
                FROM consent
                JOIN newsletter ON newsletter.id = newsletter_id
                JOIN newsletter_words(:language) words ON words.id = newsletter_id
                WHERE subscriber_id = :subscriber
                ORDER BY given_at, position, newsletter.id
                """)
            .param("subscriber", subscriberId)
            .param("language", language)
            .query((row, _) -> consent(row))
            .list();
    }

    private static PastConsent consent(ResultSet row) throws SQLException {
        return new PastConsent(row.getObject("request_id", UUID.class), row.getString("newsletter"),
                row.getString("name"), instant(row, "given_at"), instant(row, "valid_until"),
                instantOrNull(row, "ended_at"), row.getString("ended_by"));
    }

    /** What has changed beside consent, in its order. */
    List<Moment> changes(UUID subscriberId) {
        return this.jdbc.sql("""
                SELECT 'PAUSED' AS what, paused_at AS at, until, NULL AS language
                FROM pause WHERE subscriber_id = :subscriber
                UNION ALL
                SELECT 'RESUMED', resumed_at, NULL, NULL
                FROM pause WHERE subscriber_id = :subscriber AND resumed_at IS NOT NULL
                UNION ALL
                SELECT 'LANGUAGE', changed_at, NULL, language
                FROM language_change WHERE subscriber_id = :subscriber
                UNION ALL
                SELECT 'MOVE_ASKED', requested_at, NULL, NULL
                FROM address_change WHERE subscriber_id = :subscriber
                UNION ALL
                SELECT CASE outcome WHEN 'CHANGED' THEN 'MOVED' ELSE 'MOVE_ENDED' END, ended_at, NULL, NULL
                FROM address_change WHERE subscriber_id = :subscriber AND ended_at IS NOT NULL
                ORDER BY at
                """).param("subscriber", subscriberId).query((row, _) -> change(row)).list();
    }

    private static Moment change(ResultSet row) throws SQLException {
        return new Moment(What.valueOf(row.getString("what")), instant(row, "at"), List.of(), null,
                instantOrNull(row, "until"), row.getString("language"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return (at != null) ? at.toInstant() : null;
    }

    /**
     * One newsletter that was asked for.
     *
     * @param confirmedAt absent until the button was pressed
     * @param receiptNumber absent if that changed nothing
     * @param method how it was asked, such as {@code web-form}
     */
    record PastRequest(UUID id, Instant requestedAt, Instant expiresAt, @Nullable Instant confirmedAt,
            @Nullable String receiptNumber, String newsletterId, String newsletter, String method) {

        boolean isRenewal() {
            return this.method.equals(SubscriptionRequest.RENEWAL);
        }

        boolean isOpen(Instant now) {
            return this.confirmedAt == null && now.isBefore(this.expiresAt);
        }

    }

    /**
     * One consent.
     *
     * @param endedBy such as {@code ONE_CLICK}; absent with {@code endedAt}
     */
    record PastConsent(UUID requestId, String newsletterId, String newsletter, Instant givenAt, Instant validUntil,
            @Nullable Instant endedAt, @Nullable String endedBy) {
    }

}
