package newsletter.subscription.contact;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import newsletter.events.EventJson;
import newsletter.events.SubscriberContact;
import newsletter.events.Topics;
import newsletter.outbox.Outbox;

/**
 * What the topic {@code subscriber-contacts} is told, and the {@code tombstone} table:
 * what was erased there is erased once more when its segment may be closed. Otherwise the
 * last address of a quiet topic stayed on Kafka's disks until somebody wrote to it.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class ContactTopic {

    /** Longer than a segment of that topic is written to. */
    static final Duration AGAIN_AFTER = Duration.ofHours(2);

    private final JdbcClient jdbc;

    private final Outbox outbox;

    private final Clock clock;

    ContactTopic(JdbcClient jdbc, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    void tell(SubscriberContact contact) {
        this.outbox.append(contact.topic(), contact.key(), EventJson.write(contact));
    }

    /** A record without a value erases the contact. No contact ever has this id again. */
    void erase(UUID contactId) {
        this.outbox.append(Topics.SUBSCRIBER_CONTACTS, contactId.toString(), null);
        this.jdbc.sql("""
                INSERT INTO tombstone (contact_id, again_at) VALUES (:contact, :again)
                ON CONFLICT (contact_id) DO UPDATE SET again_at = excluded.again_at
                """)
            .param("contact", contactId)
            .param("again", Timestamp.from(this.clock.instant().plus(AGAIN_AFTER)))
            .update();
    }

    /** How many are to be told once more. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public long countDue(Instant now) {
        return this.jdbc.sql("SELECT count(*) FROM tombstone WHERE again_at <= :now")
            .param("now", Timestamp.from(now))
            .query(Long.class)
            .single();
    }

    /** Since when the oldest of them. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Instant> oldestDue(Instant now) {
        return this.jdbc.sql("SELECT again_at FROM tombstone WHERE again_at <= :now ORDER BY again_at LIMIT 1")
            .param("now", Timestamp.from(now))
            .query((row, _) -> row.getTimestamp("again_at").toInstant())
            .optional();
    }

    /** Tells some of them once more; another replica's are passed over. */
    public int eraseAgain(Instant now, int limit) {
        List<UUID> due = this.jdbc.sql("""
                DELETE FROM tombstone WHERE contact_id IN (
                    SELECT contact_id FROM tombstone WHERE again_at <= :now
                    ORDER BY again_at
                    LIMIT :limit
                    FOR UPDATE SKIP LOCKED)
                RETURNING contact_id
                """).param("now", Timestamp.from(now)).param("limit", limit).query(UUID.class).list();
        due.forEach((contact) -> this.outbox.append(Topics.SUBSCRIBER_CONTACTS, contact.toString(), null));
        return due.size();
    }

}
