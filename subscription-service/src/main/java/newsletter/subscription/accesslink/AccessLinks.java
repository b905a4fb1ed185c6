package newsletter.subscription.accesslink;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import newsletter.events.ConsentEvent.AccessLinkRequested;
import newsletter.events.EventJson;
import newsletter.outbox.Outbox;
import newsletter.subscription.contact.Forgotten;

/**
 * The {@code access_link} table: letters with a link, counted for a day. A row is stored
 * together with the event that has the letter sent.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class AccessLinks {

    private final JdbcClient jdbc;

    private final Outbox outbox;

    AccessLinks(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /** Exact while the subscriber is locked. */
    LinkBudget budget(UUID subscriberId, Instant now) {
        return new LinkBudget(this.jdbc
            .sql("SELECT asked_at FROM access_link WHERE subscriber_id = :subscriber AND asked_at > :since")
            .param("subscriber", subscriberId)
            .param("since", Timestamp.from(now.minus(LinkBudget.DAY)))
            .query((row, _) -> row.getTimestamp("asked_at").toInstant())
            .list());
    }

    /**
     * Whether the person ever agreed to anything: whoever did not is none of ours, and
     * gets no letter because somebody typed their address twice.
     */
    boolean hasAgreed(UUID subscriberId) {
        return this.jdbc.sql("SELECT EXISTS (SELECT FROM consent WHERE subscriber_id = :subscriber)")
            .param("subscriber", subscriberId)
            .query(Boolean.class)
            .single();
    }

    void add(AccessLinkRequested requested) {
        this.jdbc.sql("INSERT INTO access_link (id, subscriber_id, asked_at) VALUES (:id, :subscriber, :at)")
            .param("id", requested.eventId())
            .param("subscriber", requested.subscriberId())
            .param("at", Timestamp.from(requested.occurredAt()))
            .update();
        this.outbox.append(requested.topic(), requested.key(), EventJson.write(requested));
    }

    @EventListener
    void on(Forgotten forgotten) {
        this.jdbc.sql("DELETE FROM access_link WHERE subscriber_id = :subscriber")
            .param("subscriber", forgotten.subscriberId())
            .update();
    }

    /** Forgets what is not counted any more. */
    @Transactional
    int forget(Instant now) {
        return this.jdbc.sql("DELETE FROM access_link WHERE asked_at <= :then")
            .param("then", Timestamp.from(now.minus(LinkBudget.DAY)))
            .update();
    }

}
