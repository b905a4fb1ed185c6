package newsletter.audit.person;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import newsletter.audit.ledger.Column;
import newsletter.events.ConsentEvent.SubscriberErased;
import newsletter.events.SubscriberContact;

import static java.time.ZoneOffset.UTC;

/**
 * The {@code contact} table. Of a subscriber who is erased the id stays, so that nothing
 * read later brings the address back.
 */
@Repository
public class Contacts {

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
                WHERE contact.erased_at IS NULL
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
        this.jdbc.sql("DELETE FROM contact WHERE subscriber_id = :subscriberId AND erased_at IS NULL")
            .param("subscriberId", subscriberId)
            .update();
    }

    /**
     * The same for ever: a contact that is read later, from a topic of its own, or again,
     * finds that its subscriber is erased.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(SubscriberErased erased) {
        this.jdbc.sql("""
                INSERT INTO contact (subscriber_id, told_at, erased_at) VALUES (:subscriberId, :at, :at)
                ON CONFLICT (subscriber_id) DO UPDATE SET language = NULL, address = NULL, salt = NULL, tag = NULL,
                    told_at = excluded.told_at, erased_at = excluded.erased_at
                """)
            .param("subscriberId", erased.subscriberId())
            .param("at", erased.occurredAt().atOffset(UTC))
            .update();
    }

    Optional<Contact> of(UUID subscriberId) {
        return this.jdbc.sql("""
                SELECT subscriber_id, address, salt FROM contact
                WHERE subscriber_id = :subscriberId AND erased_at IS NULL
                """).param("subscriberId", subscriberId).query(Contact.class).optional();
    }

    boolean isErased(UUID subscriberId) {
        return this.jdbc
            .sql("SELECT EXISTS (SELECT FROM contact WHERE subscriber_id = :subscriberId AND erased_at IS NOT NULL)")
            .param("subscriberId", subscriberId)
            .query(Boolean.class)
            .single();
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
