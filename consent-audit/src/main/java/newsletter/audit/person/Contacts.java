package newsletter.audit.person;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.audit.ledger.Column;
import newsletter.events.SubscriberContact;

import static java.time.ZoneOffset.UTC;

/** The {@code contact} table: one row for each subscriber who is not erased. */
@Repository
class Contacts {

    private final JdbcClient jdbc;

    Contacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The last one told is the one that holds. The topic is read in order per subscriber,
     * so reading it again ends where it ended before.
     */
    void put(SubscriberContact contact) {
        Base64.Decoder base64 = Base64.getDecoder();
        this.jdbc.sql("""
                INSERT INTO contact (subscriber_id, language, address, salt, tag, told_at)
                VALUES (:subscriberId, :language, :address, :salt, :tag, :toldAt)
                ON CONFLICT (subscriber_id) DO UPDATE SET language = excluded.language, address = excluded.address,
                    salt = excluded.salt, tag = excluded.tag, told_at = excluded.told_at
                """)
            .param("subscriberId", contact.subscriberId())
            .param("language", contact.language())
            .param("address", base64.decode(contact.address()))
            .param("salt", base64.decode(contact.salt()))
            .param("tag", base64.decode(contact.tag()))
            .param("toldAt", contact.occurredAt().atOffset(UTC))
            .update();
    }

    /** Address, salt and tag are gone; what was committed to cannot be opened again. */
    void erase(UUID subscriberId) {
        this.jdbc.sql("DELETE FROM contact WHERE subscriber_id = :subscriberId")
            .param("subscriberId", subscriberId)
            .update();
    }

    Optional<Contact> of(UUID subscriberId) {
        return this.jdbc.sql("SELECT subscriber_id, address, salt FROM contact WHERE subscriber_id = :subscriberId")
            .param("subscriberId", subscriberId)
            .query(Contact.class)
            .optional();
    }

    /** The subscriber with one of these tags, the latest told if there are several. */
    Optional<UUID> withTag(List<byte[]> tags) {
        return this.jdbc.sql("""
                SELECT subscriber_id FROM contact
                WHERE tag = ANY (:tags)
                ORDER BY told_at DESC
                LIMIT 1
                """).param("tags", Column.ofBytes(tags, (tag) -> tag)).query(UUID.class).optional();
    }

}
