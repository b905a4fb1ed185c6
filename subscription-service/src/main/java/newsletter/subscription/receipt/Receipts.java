package newsletter.subscription.receipt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import newsletter.subscription.catalogue.Catalogue;
import newsletter.subscription.catalogue.Wording;

/**
 * Reads receipts out of what was asked and what was agreed to. None is stored: all that
 * is in one is immutable, so it can be made again whenever it is wanted.
 */
@Repository
class Receipts {

    private final JdbcClient jdbc;

    private final Catalogue catalogue;

    Receipts(JdbcClient jdbc, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    /**
     * The receipt with this number, if it is this person's. In one transaction, hence by
     * one connection: as many readers as there are connections would wait for each other
     * if each held one and asked for another.
     */
    @Transactional(readOnly = true)
    Optional<Receipt> find(UUID subscriberId, String number) {
        return this.jdbc.sql("""
                SELECT id, subscriber_id, requested_at, confirmed_at, privacy_notice, confirmation_mail, language,
                    receipt_number, method
                FROM subscription_request
                WHERE receipt_number = :number AND subscriber_id = :subscriber
                """)
            .param("number", number)
            .param("subscriber", subscriberId)
            .query((row, _) -> receipt(row))
            .optional();
    }

    private Receipt receipt(ResultSet row) throws SQLException {
        return new Receipt(row.getString("receipt_number"), row.getObject("subscriber_id", UUID.class),
                row.getString("method"), row.getTimestamp("requested_at").toInstant(),
                row.getTimestamp("confirmed_at").toInstant(), row.getString("language"),
                wording(row.getString("privacy_notice")), wording(row.getString("confirmation_mail")),
                items(row.getObject("id", UUID.class), row.getString("language")));
    }

    private List<Receipt.Item> items(UUID requestId, String language) {
        return this.jdbc.sql("""
                SELECT consent.id, consent.newsletter_id, words.name, consent.purpose_version,
                    newsletter.lawful_basis, newsletter.direct_marketing, consent.statement, consent.given_at,
                    consent.valid_until, consent.ended_at
                FROM consent
                JOIN newsletter ON newsletter.id = consent.newsletter_id
                JOIN newsletter_words(:language) words ON words.id = consent.newsletter_id
                WHERE consent.request_id = :request
                ORDER BY newsletter.position, newsletter.id
                """).param("request", requestId).param("language", language).query((row, _) -> item(row)).list();
    }

    private Receipt.Item item(ResultSet row) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new Receipt.Item(row.getObject("id", UUID.class), row.getString("newsletter_id"), row.getString("name"),
                row.getInt("purpose_version"), row.getString("lawful_basis"), row.getBoolean("direct_marketing"),
                wording(row.getString("statement")), row.getTimestamp("given_at").toInstant(),
                row.getTimestamp("valid_until").toInstant(), (ended != null) ? ended.toInstant() : null);
    }

    /** It is there: the row refers to it, and none is ever deleted. */
    private Wording wording(String sha256) {
        return this.catalogue.wording(sha256).orElseThrow();
    }

}
