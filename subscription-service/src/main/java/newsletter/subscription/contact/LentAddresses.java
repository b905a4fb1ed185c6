package newsletter.subscription.contact;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import newsletter.events.SubscriberContact;
import newsletter.personaldata.AddressCipher;
import newsletter.personaldata.AddressCommitment;
import newsletter.personaldata.AddressTags;
import newsletter.personaldata.EmailAddress;

/**
 * The {@code lent_address} table: addresses that the mailer knows for one letter, to a
 * mailbox that is not, or no longer, a subscriber's. Each has an id of its own, so that
 * it changes no subscriber's contact, and is taken back by a tombstone.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class LentAddresses {

    private final JdbcClient jdbc;

    private final AddressCipher cipher;

    private final AddressTags tags;

    private final ContactTopic topic;

    LentAddresses(JdbcClient jdbc, AddressCipher cipher, AddressTags tags, ContactTopic topic) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.tags = tags;
        this.topic = topic;
    }

    /**
     * Tells the mailer an address.
     * @return the id under which it knows it
     */
    public UUID lend(EmailAddress address, String language, Instant now, Instant until) {
        return lend(UUID.randomUUID(), null, address, language, now, until);
    }

    /**
     * The same for an address that we have to know again when its owner answers.
     * @return the id under which both of us know it
     */
    public UUID lendAndKeep(EmailAddress address, String language, Instant now, Instant until) {
        var id = UUID.randomUUID();
        return lend(id, this.cipher.encryptAddress(id, address), address, language, now, until);
    }

    /** An address that was kept, as long as it is lent. */
    public Optional<EmailAddress> kept(UUID id) {
        return this.jdbc.sql("SELECT address FROM lent_address WHERE id = :id AND address IS NOT NULL")
            .param("id", id)
            .query((row, _) -> row.getBytes("address"))
            .optional()
            .map((address) -> this.cipher.decryptAddress(id, address));
    }

    private UUID lend(UUID id, byte @Nullable [] kept, EmailAddress address, String language, Instant now,
            Instant until) {
        this.jdbc.sql("INSERT INTO lent_address (id, lent_until, address) VALUES (:id, :until, :kept)")
            .param("id", id)
            .param("until", Timestamp.from(until))
            .param("kept", kept, Types.BINARY)
            .update();
        // The record wants a salt and a tag; nobody is found by those of a lent address.
        var contact = new SubscriberContact(UUID.randomUUID(), id, now, language,
                Contact.encode(this.cipher.encryptAddress(id, address)),
                Contact.encode(this.cipher.encryptSalt(id, AddressCommitment.newSalt())),
                Contact.encode(this.tags.tag(address)), until);
        this.topic.tell(contact);
        return id;
    }

    /** Takes an address back, if it is still lent. */
    public void takeBack(UUID id) {
        if (this.jdbc.sql("DELETE FROM lent_address WHERE id = :id").param("id", id).update() > 0) {
            this.topic.erase(id);
        }
    }

    /** What should have been taken back by now. */
    public List<UUID> over(Instant now, int limit) {
        return this.jdbc.sql("""
                SELECT id FROM lent_address WHERE lent_until <= :now
                ORDER BY lent_until
                LIMIT :limit
                FOR UPDATE SKIP LOCKED
                """).param("now", Timestamp.from(now)).param("limit", limit).query(UUID.class).list();
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public long countOver(Instant now) {
        return this.jdbc.sql("SELECT count(*) FROM lent_address WHERE lent_until <= :now")
            .param("now", Timestamp.from(now))
            .query(Long.class)
            .single();
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Instant> oldestOver(Instant now) {
        return this.jdbc.sql("SELECT min(lent_until) FROM lent_address WHERE lent_until <= :now")
            .param("now", Timestamp.from(now))
            .query(Timestamp.class)
            .optional()
            .map(Timestamp::toInstant);
    }

}
