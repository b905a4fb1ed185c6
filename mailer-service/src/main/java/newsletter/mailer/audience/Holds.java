package newsletter.mailer.audience;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.events.ConsentEvent;
import newsletter.events.ConsentEvent.DeliveriesPaused;
import newsletter.events.ConsentEvent.DeliveriesResumed;
import newsletter.events.ConsentEvent.ProcessingRestricted;
import newsletter.events.ConsentEvent.RestrictionLifted;

/**
 * The {@code hold} table: who gets no edition for a time though their consent lives. Each
 * kind of hold is by itself: what ends one does not end another.
 */
@Repository
class Holds {

    private static final String PAUSED = "paused";

    private static final String RESTRICTED = "restricted";

    /** Until somebody lifts it: PostgreSQL's {@code infinity}. */
    private static final OffsetDateTime FOR_GOOD = OffsetDateTime.MAX;

    /** At once, whatever the clocks say: PostgreSQL's {@code -infinity}. */
    private static final OffsetDateTime LIFTED = OffsetDateTime.MIN;

    private final JdbcClient jdbc;

    Holds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void learn(ConsentEvent event) {
        switch (event) {
            case DeliveriesPaused paused -> hold(PAUSED, paused, paused.until().atOffset(ZoneOffset.UTC));
            case DeliveriesResumed resumed -> hold(PAUSED, resumed, LIFTED);
            case ProcessingRestricted restricted -> hold(RESTRICTED, restricted, FOR_GOOD);
            case RestrictionLifted lifted -> hold(RESTRICTED, lifted, LIFTED);
            default -> {
            }
        }
    }

    /**
     * The latest word counts, whichever is read first. Of two of the same moment it is
     * the one that was told last.
     * @param until from then on it holds nothing back
     */
    private void hold(String kind, ConsentEvent event, OffsetDateTime until) {
        this.jdbc.sql("""
                INSERT INTO hold (subscriber_id, kind, until, event_id, told_at)
                VALUES (:subscriber, :kind, :until, :event, :at)
                ON CONFLICT (subscriber_id, kind) DO UPDATE SET until = excluded.until, event_id = excluded.event_id,
                    told_at = excluded.told_at
                WHERE hold.told_at <= excluded.told_at
                """)
            .param("subscriber", event.subscriberId())
            .param("kind", kind)
            .param("until", until)
            .param("event", event.eventId())
            .param("at", event.occurredAt().atOffset(ZoneOffset.UTC))
            .update();
    }

}
