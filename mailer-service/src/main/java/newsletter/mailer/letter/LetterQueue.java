package newsletter.mailer.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.events.ConsentEvent.RenewalReminded;
import newsletter.events.DeliveryReport.Outcome;
import newsletter.mailer.letter.ClaimedLetter.Settled;
import newsletter.mailer.letter.Letter.Item;
import newsletter.mailer.letter.Letter.Kind;

/** The {@code letter} and {@code letter_item} tables. */
@Repository
class LetterQueue {

    /** Everything has arrived that it needs, and somebody still waits for it. */
    private static final String DUE = """
            status = 'waiting' AND next_attempt_at <= now()
                AND EXISTS (SELECT FROM complete_letter WHERE complete_letter.letter_key = letter.letter_key)
                AND NOT EXISTS (SELECT FROM moot_letter WHERE moot_letter.letter_key = letter.letter_key)
                AND NOT EXISTS (SELECT FROM held_letter WHERE held_letter.letter_key = letter.letter_key)
            """;

    private final JdbcClient jdbc;

    LetterQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds what is not known yet, of the letter and of what it speaks of. */
    void add(Letter letter) {
        this.jdbc
            .sql("""
                    INSERT INTO letter (letter_key, kind, about, subscriber_id, recipient_id, language, occurred_at, privacy_notice,
                        confirmation_mail, items, expires_at)
                    VALUES (:key, :kind, :about, :subscriberId, :recipientId,
                        coalesce(nullif(:language, ''),
                            (SELECT language FROM contact WHERE subscriber_id = :recipientId), 'en'), :occurredAt, :privacyNotice,
                        :confirmationMail, :size, :expiresAt)
                    ON CONFLICT (letter_key) DO NOTHING
                    """)
            .param("key", letter.key())
            .param("kind", letter.kind().text())
            .param("about", letter.about())
            .param("subscriberId", letter.subscriberId())
            .param("recipientId", letter.recipientId())
            .param("language", letter.language())
            .param("occurredAt", letter.occurredAt().atOffset(ZoneOffset.UTC))
            .param("privacyNotice", letter.privacyNotice())
            .param("confirmationMail", letter.confirmationMail())
            .param("size", letter.size())
            .param("expiresAt", letter.expiresAt().atOffset(ZoneOffset.UTC))
            .update();
        letter.items().forEach((item) -> add(letter.key(), item));
    }

    private void add(String key, Item item) {
        this.jdbc.sql("""
                INSERT INTO letter_item (letter_key, newsletter_id, statement, consent_id)
                VALUES (:key, :newsletterId, :statement, :consentId)
                ON CONFLICT (letter_key, newsletter_id) DO NOTHING
                """)
            .param("key", key)
            .param("newsletterId", item.newsletterId())
            .param("statement", item.statement())
            .param("consentId", item.consentId())
            .update();
    }

    /**
     * The same letter once more, for the last time. It is here: it was told under the
     * same key before.
     */
    void remind(RenewalReminded reminded) {
        String first = Kind.PLEASE_RENEW.text() + ":" + reminded.requestId();
        String last = Kind.RENEWAL_REMINDER.text() + ":" + reminded.requestId();
        this.jdbc.sql("""
                INSERT INTO letter (letter_key, kind, about, subscriber_id, recipient_id, language, occurred_at,
                    privacy_notice, confirmation_mail, items, expires_at)
                SELECT :last, :kind, about, subscriber_id, recipient_id, language, :occurredAt, privacy_notice,
                    confirmation_mail, items, expires_at
                FROM letter WHERE letter_key = :first
                ON CONFLICT (letter_key) DO NOTHING
                """)
            .param("last", last)
            .param("kind", Kind.RENEWAL_REMINDER.text())
            .param("occurredAt", reminded.occurredAt().atOffset(ZoneOffset.UTC))
            .param("first", first)
            .update();
        this.jdbc.sql("""
                INSERT INTO letter_item (letter_key, newsletter_id, statement)
                SELECT :last, newsletter_id, statement FROM letter_item WHERE letter_key = :first
                ON CONFLICT (letter_key, newsletter_id) DO NOTHING
                """).param("last", last).param("first", first).update();
    }

    boolean isDue() {
        return this.jdbc.sql("SELECT EXISTS (SELECT FROM letter WHERE " + DUE + ")").query(Boolean.class).single();
    }

    /**
     * Takes up the letter that has waited longest; one in another's hands is passed over.
     * What is about a consent is in that consent's language, and all else in the one that
     * the person wants by now.
     */
    Optional<ClaimedLetter> take(UUID sender, UUID claimId) {
        return this.jdbc.sql("""
                UPDATE letter SET status = 'claimed', claimed_by = :sender, claim_id = :claim
                WHERE letter_key = (
                    SELECT letter_key FROM letter WHERE %s
                    ORDER BY next_attempt_at
                    LIMIT 1
                    FOR UPDATE SKIP LOCKED)
                RETURNING letter_key, letter_id, kind, about, subscriber_id, recipient_id,
                    CASE WHEN items > 0 THEN language
                        ELSE (SELECT contact.language FROM contact
                              WHERE contact.subscriber_id = letter.recipient_id) END AS language,
                    occurred_at, expires_at, privacy_notice, attempts, doubts,
                    (SELECT text FROM wording WHERE sha256 = confirmation_mail) AS wording,
                    (SELECT encode(address, 'base64') FROM contact
                     WHERE contact.subscriber_id = letter.recipient_id) AS address
                """.formatted(DUE))
            .param("sender", sender)
            .param("claim", claimId)
            .query((row, _) -> letter(row, items(row.getString("letter_key"))))
            .optional();
    }

    private static ClaimedLetter letter(ResultSet row, List<ClaimedLetter.Item> items) throws SQLException {
        return new ClaimedLetter(row.getString("letter_key"), row.getObject("letter_id", UUID.class),
                Kind.of(row.getString("kind")), row.getString("about"), row.getObject("subscriber_id", UUID.class),
                row.getObject("recipient_id", UUID.class), row.getString("language"), instant(row, "occurred_at"),
                instant(row, "expires_at"), row.getString("privacy_notice"), row.getString("wording"),
                row.getString("address"), row.getInt("attempts"), row.getInt("doubts"), items);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private List<ClaimedLetter.Item> items(String key) {
        return this.jdbc.sql("""
                SELECT letter_item.newsletter_id, coalesce(words.name, newsletter.name) AS name,
                    coalesce(words.frequency, newsletter.frequency) AS frequency, wording.text AS statement, sha256,
                    renewed.valid_until IS NOT NULL
                        OR EXISTS (SELECT FROM live_consent WHERE live_consent.consent_id = letter_item.consent_id)
                        AS live,
                    renewed.valid_until AS until, renewed.former
                FROM letter_item
                JOIN letter USING (letter_key)
                JOIN newsletter ON newsletter.id = letter_item.newsletter_id
                LEFT JOIN newsletter_text words ON words.newsletter_id = newsletter.id
                    AND words.language = letter.language AND words.language <> newsletter.language
                JOIN wording ON sha256 = statement
                LEFT JOIN renewed_consent renewed ON renewed.letter_key = letter_item.letter_key
                    AND renewed.newsletter_id = letter_item.newsletter_id
                WHERE letter_item.letter_key = :key
                ORDER BY name
                """).param("key", key).query(ClaimedLetter.Item.class).list();
    }

    /** Writes down what became of it; false if somebody who believed us dead did so. */
    boolean settle(String key, UUID claimId, Settled settled) {
        Outcome outcome = settled.outcome();
        return this.jdbc.sql("""
                UPDATE letter SET status = :status, reply = :words, attempts = attempts + 1, doubts = :doubts,
                    next_attempt_at = now() + make_interval(secs => :delay), claimed_by = NULL, claim_id = NULL
                WHERE letter_key = :key AND claim_id = :claim
                """)
            .param("status", (outcome != null) ? outcome.name().toLowerCase(Locale.ROOT) : "waiting")
            .param("words", settled.words())
            .param("doubts", settled.doubts())
            .param("delay", settled.delay().toMillis() / 1000.0)
            .param("key", key)
            .param("claim", claimId)
            .update() == 1;
    }

    /** Puts back a claim of which we never learned what was in it. */
    void release(UUID claimId) {
        this.jdbc.sql("""
                UPDATE letter SET status = 'waiting', claimed_by = NULL, claim_id = NULL
                WHERE claim_id = :claim
                """).param("claim", claimId).update();
    }

    /** A letter whose sender died with it in hand for the second time. */
    record Orphan(UUID letterId, String kind, String about, UUID subscriberId, int doubts) {
    }

    /**
     * Puts back what the dead had in hand, but for what was in doubt before. The row lock
     * is against a sender that is not so dead and settles it now.
     */
    List<Orphan> takeFromTheDead() {
        return this.jdbc.sql("""
                UPDATE letter SET status = CASE WHEN doubts = 0 THEN 'waiting' ELSE 'unknown' END, doubts = doubts + 1,
                    reply = 'The sender died', claimed_by = NULL, claim_id = NULL
                WHERE letter_key IN (
                    SELECT letter_key FROM letter
                    WHERE status = 'claimed'
                        AND claimed_by NOT IN (SELECT sender_id FROM sender WHERE held_until > now())
                    FOR UPDATE SKIP LOCKED)
                RETURNING letter_id, kind, about, subscriber_id, doubts
                """).query(Orphan.class).list();
    }

    /** Takes away a letter whose request has ended. One in hand is beyond recall. */
    void drop(String key) {
        this.jdbc.sql("""
                UPDATE letter SET status = 'dropped', reply = 'ended'
                WHERE letter_key = :key AND status = 'waiting'
                """).param("key", key).update();
    }

    /**
     * Takes away what waits for a person who is erased, but for the letter that says so.
     */
    void dropAllBut(Kind farewell, UUID subscriberId) {
        this.jdbc.sql("""
                UPDATE letter SET status = 'dropped', reply = 'erased'
                WHERE subscriber_id = :subscriber AND kind <> :farewell AND status = 'waiting'
                """).param("subscriber", subscriberId).param("farewell", farewell.text()).update();
    }

    /** Takes away what nobody waits for any more. */
    void drop() {
        this.jdbc.sql("""
                UPDATE letter SET status = 'dropped', reply = moot_letter.reason
                FROM moot_letter
                WHERE letter.letter_key = moot_letter.letter_key AND status = 'waiting'
                """).update();
    }

}
