package newsletter.subscription.rights;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import newsletter.events.ConsentEvent;
import newsletter.events.ConsentEvent.ProcessingRestricted;
import newsletter.events.ConsentEvent.RestrictionLifted;
import newsletter.events.EventJson;
import newsletter.outbox.Outbox;
import newsletter.subscription.contact.Forgotten;

/** The {@code restriction} table. A row changes together with the event that tells it. */
@Repository
class Restrictions {

    private final JdbcClient jdbc;

    private final Outbox outbox;

    Restrictions(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    Optional<Instant> since(UUID subscriberId) {
        return this.jdbc.sql("SELECT since FROM restriction WHERE subscriber_id = :subscriber")
            .param("subscriber", subscriberId)
            .query(Timestamp.class)
            .optional()
            .map(Timestamp::toInstant);
    }

    /** One is enough. */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(ProcessingRestricted restricted) {
        if (this.jdbc.sql("""
                INSERT INTO restriction (subscriber_id, case_id, since) VALUES (:subscriber, :case, :since)
                ON CONFLICT (subscriber_id) DO NOTHING
                """)
            .param("subscriber", restricted.subscriberId())
            .param("case", restricted.caseId())
            .param("since", Timestamp.from(restricted.occurredAt()))
            .update() == 1) {
            tell(restricted);
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void lift(RestrictionLifted lifted) {
        if (this.jdbc.sql("DELETE FROM restriction WHERE subscriber_id = :subscriber")
            .param("subscriber", lifted.subscriberId())
            .update() == 1) {
            tell(lifted);
        }
    }

    /** Of who asked to be erased there is nothing left to keep unused. */
    @EventListener
    void on(Forgotten forgotten) {
        this.jdbc.sql("DELETE FROM restriction WHERE subscriber_id = :subscriber")
            .param("subscriber", forgotten.subscriberId())
            .update();
    }

    private void tell(ConsentEvent event) {
        this.outbox.append(event.topic(), event.key(), EventJson.write(event));
    }

}
