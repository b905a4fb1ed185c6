package newsletter.subscription.yourdata;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.subscription.SiteProperties;
import newsletter.subscription.yourdata.Export.Request;
import newsletter.subscription.yourdata.Export.Wish;
import newsletter.subscription.yourdata.Export.Words;

/**
 * Reads what tables hold of one person. Others own them: nothing is decided or written
 * here.
 */
@Repository
class Holdings {

    private final JdbcClient jdbc;

    private final SiteProperties site;

    Holdings(JdbcClient jdbc, SiteProperties site) {
        this.jdbc = jdbc;
        this.site = site;
    }

    Instant knownSince(UUID subscriberId) {
        return this.jdbc.sql("SELECT created_at FROM subscriber WHERE id = :subscriber")
            .param("subscriber", subscriberId)
            .query(Timestamp.class)
            .single()
            .toInstant();
    }

    /** The oldest first, those included that somebody else had sent. */
    List<Request> requests(UUID subscriberId) {
        return this.jdbc.sql("""
                SELECT id, requested_at, expires_at, method, language, privacy_notice, confirmation_mail, confirmed_at,
                    receipt_number, disowned_at, muted_until
                FROM subscription_request
                WHERE subscriber_id = :subscriber
                ORDER BY requested_at, id
                """).param("subscriber", subscriberId).query((row, _) -> request(row)).list();
    }

    private Request request(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Request(id, row.getTimestamp("requested_at").toInstant(), row.getTimestamp("expires_at").toInstant(),
                row.getString("method"), row.getString("language"), row.getString("privacy_notice"),
                row.getString("confirmation_mail"), wishes(id), instantOrNull(row, "confirmed_at"),
                row.getString("receipt_number"), instantOrNull(row, "disowned_at"), instantOrNull(row, "muted_until"));
    }

    private List<Wish> wishes(UUID requestId) {
        return this.jdbc.sql("""
                SELECT newsletter_id AS newsletter, name, requested_newsletter.purpose_version, statement
                FROM requested_newsletter
                JOIN newsletter ON newsletter.id = newsletter_id
                WHERE request_id = :request
                ORDER BY position, newsletter_id
                """).param("request", requestId).query(Wish.class).list();
    }

    /** Each of them once, by kind and version. */
    List<Words> wordings(Collection<String> sha256s) {
        return sha256s.isEmpty() ? List.of() : this.jdbc.sql("""
                SELECT sha256, kind, version, language, effective_from, text
                FROM wording
                WHERE sha256 IN (:sha256s)
                ORDER BY kind, newsletter_id, version, language
                """).param("sha256s", sha256s).query((row, _) -> words(row)).list();
    }

    private Words words(ResultSet row) throws SQLException {
        String sha256 = row.getString("sha256");
        return new Words(sha256, row.getString("kind").toLowerCase(Locale.ROOT).replace('_', '-'),
                row.getString("version"), row.getString("language"), row.getTimestamp("effective_from").toInstant(),
                this.site.address("/wordings/" + sha256), row.getString("text"));
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return (at != null) ? at.toInstant() : null;
    }

}
