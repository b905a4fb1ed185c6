package newsletter.subscription.yourdata;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import newsletter.events.ConsentEvent.DataExported;
import newsletter.events.EventJson;
import newsletter.outbox.Outbox;
import newsletter.subscription.yourdata.Export.Copy;

/** The {@code data_copy} table. A row is stored together with the event that tells it. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Copies {

    private final JdbcClient jdbc;

    private final Outbox outbox;

    Copies(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    void add(DataExported exported) {
        this.jdbc
            .sql("INSERT INTO data_copy (id, subscriber_id, taken_at, format) VALUES (:id, :subscriber, :at, :format)")
            .param("id", exported.eventId())
            .param("subscriber", exported.subscriberId())
            .param("at", Timestamp.from(exported.occurredAt()))
            .param("format", exported.format())
            .update();
        this.outbox.append(exported.topic(), exported.key(), EventJson.write(exported));
    }

    /** The oldest first. */
    List<Copy> of(UUID subscriberId) {
        return this.jdbc
            .sql("SELECT taken_at, format FROM data_copy WHERE subscriber_id = :subscriber ORDER BY taken_at, id")
            .param("subscriber", subscriberId)
            .query(Copy.class)
            .list();
    }

}
