package newsletter.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A service that reads topics of others, and keeps what it could read. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class SampleReader {

    static final String ONE_BY_ONE = "one-by-one";

    static final String IN_BATCHES = "in-batches";

    static final String CARELESS = "careless";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final List<Reading> read = new CopyOnWriteArrayList<>();

    /** How often the next one fails before it works. */
    final AtomicInteger failures = new AtomicInteger();

    final AtomicInteger carelessAttempts = new AtomicInteger();

    record Reading(UUID id, int number) {
    }

    @KafkaListener(id = ONE_BY_ONE, topics = ONE_BY_ONE)
    void on(String json) {
        var reading = JSON.readValue(json, Reading.class);
        if (reading.number() < 0) {
            throw new Unreadable("numbers are not negative");
        }
        if (failures.getAndUpdate((left) -> Math.max(0, left - 1)) > 0) {
            // What Spring by itself takes for a record that can never be read.
            throw new ClassCastException("a bug, or a database that is down");
        }
        read.add(reading);
    }

    @KafkaListener(id = IN_BATCHES, topics = IN_BATCHES, batch = "true",
            properties = "value.deserializer=org.apache.kafka.common.serialization.ByteArrayDeserializer")
    void on(List<byte[]> batch) {
        var readings = new ArrayList<Reading>();
        for (int i = 0; i < batch.size(); i++) {
            try {
                readings.add(JSON.readValue(batch.get(i), Reading.class));
            }
            catch (JacksonException ex) {
                throw new BatchListenerFailedException("unreadable", ex, i);
            }
        }
        read.addAll(readings);
    }

    @KafkaListener(id = CARELESS, topics = CARELESS, batch = "true")
    void onCarelessly(List<String> batch) {
        carelessAttempts.incrementAndGet();
        batch.forEach((json) -> read.add(JSON.readValue(json, Reading.class)));
    }

}
