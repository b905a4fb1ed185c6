package newsletter.mailer.audience;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import newsletter.events.ConsentEvent;
import newsletter.events.EventAcknowledged;
import newsletter.events.EventAcknowledged.Kind;
import newsletter.events.EventJson;
import newsletter.outbox.Outbox;

/**
 * The {@code acknowledged} table: tells that we have done what an event asks of every
 * service (C-27), in the transaction that does it, and once.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Acknowledgements {

    private static final String SERVICE = "mailer-service";

    private final JdbcClient jdbc;

    private final Outbox outbox;

    Acknowledgements(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    void tell(ConsentEvent about, Kind kind) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        if (add(about.eventId(), now)) {
            var done = new EventAcknowledged(UUID.randomUUID(), about.subscriberId(), now, SERVICE, about.eventId(),
                    kind);
            this.outbox.append(done.topic(), done.key(), EventJson.write(done));
        }
    }

    private boolean add(UUID eventId, Instant now) {
        return this.jdbc.sql("""
                INSERT INTO acknowledged (event_id, acknowledged_at) VALUES (:event, :now)
                ON CONFLICT (event_id) DO NOTHING
                """).param("event", eventId).param("now", now.atOffset(ZoneOffset.UTC)).update() == 1;
    }

}
