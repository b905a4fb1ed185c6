package newsletter.subscription.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The {@code subscriber} table. Whoever is erased is not found in it any more. */
@Repository
class Contacts {

    private final JdbcClient jdbc;

    Contacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a person whom none of the tags names. Of two transactions that add one person,
     * the second waits for the first and then adds nothing.
     * @param tags every tag the person may be stored under, the contact's own among them
     */
    void addUnlessKnown(Contact contact, List<byte[]> tags) {
        this.jdbc.sql("""
                INSERT INTO subscriber (id, tag, address, salt, language)
                SELECT :id, :tag, :address, :salt, :language
                WHERE NOT EXISTS (SELECT FROM subscriber WHERE tag IN (:tags))
                ON CONFLICT (tag) DO NOTHING
                """)
            .param("id", contact.id())
            .param("tag", Contact.decode(contact.tag()))
            .param("address", Contact.decode(contact.address()))
            .param("salt", Contact.decode(contact.salt()))
            .param("language", contact.language())
            .param("tags", tags)
            .update();
    }

    /** For looking only: nothing may be decided on it. */
    Optional<Contact> find(UUID id) {
        return this.jdbc.sql("""
                SELECT id, tag, address, salt, language FROM subscriber WHERE id = :id AND erased_at IS NULL
                """).param("id", id).query(Contacts::contact).optional();
    }

    /** In the order of their ids, to go through all of them. Locks nothing. */
    List<Contact> after(UUID id, int limit) {
        return this.jdbc.sql("""
                SELECT id, tag, address, salt, language FROM subscriber WHERE id > :id AND erased_at IS NULL
                ORDER BY id
                LIMIT :limit
                """).param("id", id).param("limit", limit).query(Contacts::contact).list();
    }

    /** Locks the row of the person with this very tag. */
    Optional<Contact> findAndLock(byte[] tag) {
        return this.jdbc.sql("SELECT id, tag, address, salt, language FROM subscriber WHERE tag = :tag FOR UPDATE")
            .param("tag", tag)
            .query(Contacts::contact)
            .optional();
    }

    /**
     * Locks the row until the transaction ends: one decision about a person at a time.
     */
    Optional<Contact> findAndLock(List<byte[]> tags) {
        // Ordered, for the day between two keys on which a person has two rows.
        return this.jdbc.sql("""
                SELECT id, tag, address, salt, language
                FROM subscriber
                WHERE tag IN (:tags)
                ORDER BY created_at, id
                LIMIT 1
                FOR UPDATE
                """).param("tags", tags).query(Contacts::contact).optional();
    }

    /**
     * Locks the row until the transaction ends: one decision about a person at a time.
     */
    Optional<Contact> findAndLock(UUID id) {
        return this.jdbc.sql("""
                SELECT id, tag, address, salt, language FROM subscriber WHERE id = :id AND erased_at IS NULL
                FOR UPDATE
                """).param("id", id).query(Contacts::contact).optional();
    }

    /** Leaves the id alone, to which consents refer. */
    void erase(UUID id, Instant now) {
        this.jdbc.sql("""
                UPDATE subscriber SET tag = NULL, address = NULL, salt = NULL, language = NULL, erased_at = :now
                WHERE id = :id
                """).param("id", id).param("now", Timestamp.from(now)).update();
    }

    boolean isErased(UUID id) {
        return this.jdbc.sql("SELECT EXISTS (SELECT FROM subscriber WHERE id = :id AND erased_at IS NOT NULL)")
            .param("id", id)
            .query(Boolean.class)
            .single();
    }

    /** The same, but passes over a row that somebody else has locked. */
    Optional<Contact> findAndLockUnlessBusy(UUID id) {
        return this.jdbc.sql("""
                SELECT id, tag, address, salt, language FROM subscriber WHERE id = :id
                FOR UPDATE SKIP LOCKED
                """).param("id", id).query(Contacts::contact).optional();
    }

    /** Whether one of these tags names somebody else. */
    boolean isTaken(List<byte[]> tags, UUID byOtherThan) {
        return this.jdbc.sql("SELECT EXISTS (SELECT FROM subscriber WHERE tag IN (:tags) AND id <> :id)")
            .param("tags", tags)
            .param("id", byOtherThan)
            .query(Boolean.class)
            .single();
    }

    /** Nothing of the former address is left. */
    void move(Contact contact, Instant now) {
        this.jdbc.sql("""
                UPDATE subscriber SET tag = :tag, address = :address, salt = :salt, moved_at = :now
                WHERE id = :id
                """)
            .param("tag", Contact.decode(contact.tag()))
            .param("address", Contact.decode(contact.address()))
            .param("salt", Contact.decode(contact.salt()))
            .param("now", Timestamp.from(now))
            .param("id", contact.id())
            .update();
    }

    /** Since when the subscriber has an address that is not their first. */
    Optional<Instant> movedAt(UUID id) {
        return this.jdbc.sql("SELECT moved_at FROM subscriber WHERE id = :id AND moved_at IS NOT NULL")
            .param("id", id)
            .query((row, _) -> row.getTimestamp("moved_at").toInstant())
            .optional();
    }

    void setLanguage(UUID id, String language) {
        this.jdbc.sql("UPDATE subscriber SET language = :language WHERE id = :id")
            .param("language", language)
            .param("id", id)
            .update();
    }

    /**
     * Locks the rows with one of these tags, in one order: two who do so do not wait for
     * each other for ever.
     */
    List<Contact> findAndLockAll(List<byte[]> tags) {
        return this.jdbc.sql("""
                SELECT id, tag, address, salt, language
                FROM subscriber
                WHERE tag IN (:tags)
                ORDER BY id
                FOR UPDATE
                """).param("tags", tags).query(Contacts::contact).list();
    }

    List<Contact> all(List<UUID> ids) {
        return this.jdbc
            .sql("SELECT id, tag, address, salt, language FROM subscriber WHERE id IN (:ids) AND erased_at IS NULL")
            .param("ids", ids)
            .query(Contacts::contact)
            .list();
    }

    void delete(UUID id) {
        this.jdbc.sql("DELETE FROM subscriber WHERE id = :id").param("id", id).update();
    }

    private static Contact contact(ResultSet row, int number) throws SQLException {
        return new Contact(row.getObject("id", UUID.class), Contact.encode(row.getBytes("tag")),
                Contact.encode(row.getBytes("address")), Contact.encode(row.getBytes("salt")),
                row.getString("language"));
    }

}
