package newsletter.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Tells Kafka a batch at a time, each in one Kafka transaction, so that a batch is seen
 * whole or, by readers of committed records, not at all. If one half were seen, telling
 * it again would put an earlier event behind a later one.
 */
class Teller implements AutoCloseable {

    private final Producer<String, String> producer;

    /**
     * Ends whatever an earlier teller of the same name left undone, and shuts it out: if
     * it is still alive, all it says from now on is refused.
     */
    Teller(Map<String, Object> kafka, String name) {
        producer = new KafkaProducer<>(settings(kafka, name));
        try {
            producer.initTransactions();
        }
        catch (RuntimeException ex) {
            close();
            throw ex;
        }
    }

    private static Map<String, Object> settings(Map<String, Object> kafka, String name) {
        var settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, name);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, name);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        // A database transaction waits meanwhile: find a topic, deliver, commit, 10 s
        // each and no more.
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        // Kafka may still be ending the last batch when the next one comes. By default
        // that
        // costs a tenth of a second each time.
        settings.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 10);
        // Readers wait at the open transaction of a relay that died until another one
        // takes over, or until this has passed.
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 40_000);
        return settings;
    }

    /**
     * Returns when all is told. After an exception nobody knows, and this teller is of no
     * use any more: the next one finds out, and the batch is told again.
     */
    void tell(List<Pending> batch) {
        producer.beginTransaction();
        for (Pending event : batch) {
            // The commit fails if any of these does.
            var _ = producer.send(new ProducerRecord<>(event.topic(), event.key(), event.payload()));
        }
        producer.commitTransaction();
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

}
