package newsletter.subscription;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.events.ConsentEvent;
import newsletter.events.Event;
import newsletter.events.EventJson;
import newsletter.events.Topics;

/** What the outbox holds: no relay is at work in a test of tables. */
public class Told {

    private final JdbcClient jdbc;

    Told(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<ConsentEvent> about(Object subscriberId) {
        return on(Topics.CONSENT_EVENTS, subscriberId, ConsentEvent.class);
    }

    public <E extends ConsentEvent> List<E> about(Object subscriberId, Class<E> type) {
        return about(subscriberId).stream().filter(type::isInstance).map(type::cast).toList();
    }

    public <E extends Event> List<E> on(String topic, Object key, Class<E> type) {
        return this.jdbc.sql("SELECT payload FROM outbox WHERE topic = :topic AND key = :key ORDER BY id")
            .param("topic", topic)
            .param("key", key.toString())
            .query(String.class)
            .list()
            .stream()
            .map((json) -> EventJson.read(json, type))
            .toList();
    }

}
