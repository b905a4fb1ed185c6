package newsletter.audit.propagation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import newsletter.events.ConsentEvent;
import newsletter.events.EventAcknowledged;
import newsletter.events.EventAcknowledged.Kind;
import newsletter.events.EventJson;
import newsletter.outbox.Outbox;

import static java.time.ZoneOffset.UTC;

/**
 * The {@code demand} and {@code acknowledgement} tables. Both are filled from entries of
 * the ledger, each of which is new when it comes here.
 */
@Repository
public class Demands {

    /** How this service is called in an acknowledgement of its own. */
    private static final String SERVICE = "consent-audit";

    private static final String OVERDUE = """
            told_at <= :then
                AND (SELECT count(*) FROM acknowledgement
                    WHERE acknowledgement.event_id = demand.event_id AND service IN (:services)) < %d
            """.formatted(Demand.SERVICES.size());

    private final JdbcClient jdbc;

    private final Outbox outbox;

    private final Clock clock;

    Demands(JdbcClient jdbc, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Notes that each service has to do what this event asks for, and tells that we have
     * done it, if the caller's transaction commits. A second time nothing more is told.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void acknowledge(ConsentEvent event, Kind kind) {
        if (add(event, kind)) {
            var done = new EventAcknowledged(UUID.randomUUID(), event.subscriberId(), this.clock.instant(), SERVICE,
                    event.eventId(), kind);
            this.outbox.append(done.topic(), done.key(), EventJson.write(done));
        }
    }

    private boolean add(ConsentEvent event, Kind kind) {
        return this.jdbc.sql("""
                INSERT INTO demand (event_id, subscriber_id, kind, told_at) VALUES (:event, :subscriber, :kind, :told)
                ON CONFLICT (event_id) DO NOTHING
                """)
            .param("event", event.eventId())
            .param("subscriber", event.subscriberId())
            .param("kind", kind.name())
            .param("told", event.occurredAt().atOffset(UTC))
            .update() == 1;
    }

    /** A service that says so twice is believed once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(EventAcknowledged acknowledged) {
        this.jdbc.sql("""
                INSERT INTO acknowledgement (event_id, service, acknowledged_at) VALUES (:event, :service, :at)
                ON CONFLICT (event_id, service) DO NOTHING
                """)
            .param("event", acknowledged.about())
            .param("service", acknowledged.service())
            .param("at", acknowledged.occurredAt().atOffset(UTC))
            .update();
    }

    /** What somebody has not answered in time, the oldest first. */
    public List<Demand> overdue(int limit) {
        return this.jdbc.sql("""
                SELECT event_id, subscriber_id, kind, told_at,
                    ARRAY(SELECT service FROM acknowledgement
                        WHERE acknowledgement.event_id = demand.event_id ORDER BY service) AS services
                FROM demand
                WHERE %s
                ORDER BY told_at
                LIMIT :limit
                """.formatted(OVERDUE))
            .param("services", Demand.SERVICES)
            .param("then", then())
            .param("limit", limit)
            .query((row, _) -> new Demand(row.getObject("event_id", UUID.class),
                    row.getObject("subscriber_id", UUID.class), Kind.valueOf(row.getString("kind")),
                    row.getTimestamp("told_at").toInstant(),
                    Arrays.asList((String[]) row.getArray("services").getArray())))
            .list();
    }

    /** How many there are. */
    long countOverdue() {
        return this.jdbc.sql("SELECT count(*) FROM demand WHERE " + OVERDUE)
            .param("services", Demand.SERVICES)
            .param("then", then())
            .query(Long.class)
            .single();
    }

    private OffsetDateTime then() {
        return this.clock.instant().minus(Demand.WITHIN).atOffset(UTC);
    }

}
