package newsletter.subscription.newaddress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.events.ConsentEvent;
import newsletter.events.ConsentEvent.AddressChangeLapsed;
import newsletter.events.ConsentEvent.AddressChanged;
import newsletter.events.EventJson;
import newsletter.outbox.Outbox;
import newsletter.subscription.newaddress.AddressChange.Outcome;

/**
 * The {@code address_change} table. A row changes together with the event that tells it.
 */
@Repository
class AddressChanges {

    private static final String COLUMNS = """
            SELECT id, subscriber_id, contact_id, requested_at, expires_at, outcome, muted_until FROM address_change
            """;

    private final JdbcClient jdbc;

    private final Outbox outbox;

    AddressChanges(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    void add(AddressChange change, String language) {
        this.jdbc.sql("""
                INSERT INTO address_change (id, subscriber_id, contact_id, requested_at, expires_at)
                VALUES (:id, :subscriber, :contact, :requested, :expires)
                """)
            .param("id", change.id())
            .param("subscriber", change.subscriberId())
            .param("contact", change.contactId())
            .param("requested", Timestamp.from(change.requestedAt()))
            .param("expires", Timestamp.from(change.expiresAt()))
            .update();
        tell(change.event(language));
    }

    Optional<AddressChange> find(UUID id, UUID subscriberId) {
        return this.jdbc.sql(COLUMNS + "WHERE id = :id AND subscriber_id = :subscriber")
            .param("id", id)
            .param("subscriber", subscriberId)
            .query(AddressChanges::change)
            .optional();
    }

    /** The one that nobody answered yet. */
    Optional<AddressChange> open(UUID subscriberId) {
        return this.jdbc.sql(COLUMNS + "WHERE subscriber_id = :subscriber AND ended_at IS NULL")
            .param("subscriber", subscriberId)
            .query(AddressChanges::change)
            .optional();
    }

    /** Under which ids addresses were lent because of all changes of a subscriber. */
    List<UUID> contacts(UUID subscriberId) {
        return this.jdbc.sql("SELECT contact_id FROM address_change WHERE subscriber_id = :subscriber")
            .param("subscriber", subscriberId)
            .query(UUID.class)
            .list();
    }

    /** Exact while the subscriber is locked. */
    int countSince(UUID subscriberId, Instant then) {
        return this.jdbc
            .sql("SELECT count(*) FROM address_change WHERE subscriber_id = :subscriber AND requested_at > :then")
            .param("subscriber", subscriberId)
            .param("then", Timestamp.from(then))
            .query(Integer.class)
            .single();
    }

    void change(AddressChange change, UUID formerContactId, String language, String commitment, Instant now) {
        end(change, Outcome.CHANGED, null, now);
        this.jdbc.sql("UPDATE address_change SET contact_id = :contact WHERE id = :id")
            .param("contact", formerContactId)
            .param("id", change.id())
            .update();
        tell(new AddressChanged(UUID.randomUUID(), change.subscriberId(), now, change.id(), formerContactId, language,
                commitment));
    }

    void lapse(AddressChange change, Instant now) {
        end(change, Outcome.LAPSED, null, now);
        tell(new AddressChangeLapsed(UUID.randomUUID(), change.subscriberId(), now, change.id()));
    }

    void disown(AddressChange change, Instant mutedUntil, Instant now) {
        end(change, Outcome.DISOWNED, mutedUntil, now);
        tell(new AddressChangeLapsed(UUID.randomUUID(), change.subscriberId(), now, change.id()));
    }

    private void end(AddressChange change, Outcome outcome, @Nullable Instant mutedUntil, Instant now) {
        this.jdbc.sql("""
                UPDATE address_change SET ended_at = :now, outcome = :outcome, muted_until = :until
                WHERE id = :id AND ended_at IS NULL
                """)
            .param("now", Timestamp.from(now))
            .param("outcome", outcome.name())
            .param("until", (mutedUntil != null) ? Timestamp.from(mutedUntil) : null)
            .param("id", change.id())
            .update();
    }

    void unmute(AddressChange change) {
        this.jdbc.sql("UPDATE address_change SET muted_until = NULL WHERE id = :id").param("id", change.id()).update();
    }

    /** Those that can never be confirmed, the longest so first. */
    List<AddressChange> over(Instant now, int limit) {
        return this.jdbc.sql(COLUMNS + "WHERE ended_at IS NULL AND expires_at <= :now ORDER BY expires_at LIMIT :limit")
            .param("now", Timestamp.from(now))
            .param("limit", limit)
            .query(AddressChanges::change)
            .list();
    }

    long countOver(Instant now) {
        return this.jdbc.sql("SELECT count(*) FROM address_change WHERE ended_at IS NULL AND expires_at <= :now")
            .param("now", Timestamp.from(now))
            .query(Long.class)
            .single();
    }

    private void tell(ConsentEvent event) {
        this.outbox.append(event.topic(), event.key(), EventJson.write(event));
    }

    private static AddressChange change(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome");
        Timestamp muted = row.getTimestamp("muted_until");
        return new AddressChange(row.getObject("id", UUID.class), row.getObject("subscriber_id", UUID.class),
                row.getObject("contact_id", UUID.class), row.getTimestamp("requested_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(), (outcome != null) ? Outcome.valueOf(outcome) : null,
                (muted != null) ? muted.toInstant() : null);
    }

}
