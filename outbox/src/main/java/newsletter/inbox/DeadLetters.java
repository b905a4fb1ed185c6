package newsletter.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerAwareRecordRecoverer;
import org.springframework.kafka.listener.DefaultBackOffHandler;

import newsletter.outbox.TopicSettings;

/**
 * Puts a record aside that can never be read: on the dead-letter topic, with the bytes it
 * had, and the reason in headers.
 *
 * <p>
 * It has a producer of its own and no part in anybody's transaction: a record is aside
 * before its offset moves on, and a crash in between puts it aside twice.
 */
class DeadLetters implements ConsumerAwareRecordRecoverer, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private static final long REST_MILLIS = 1000;

    private final Map<String, Object> settings;

    // Most services never need one.
    private @Nullable Producer<byte[], byte[]> producer;

    DeadLetters(Map<String, Object> kafka) {
        settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        // The largest record, and its headers.
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 * 1024 * 1024);
        // The listener stands still meanwhile.
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    }

    @Override
    public void accept(ConsumerRecord<?, ?> record, @Nullable Consumer<?, ?> consumer, @Nullable Exception failure) {
        String reason = (failure != null) ? Reason.of(failure) : "";
        String aside = TopicSettings.deadLetterTopic(record.topic());
        var letter = new ProducerRecord<>(aside, bytes(record.key()), bytes(record.value()));
        record.headers().forEach(letter.headers()::add);
        add(letter, "dead-letter-reason", reason);
        add(letter, "dead-letter-topic", record.topic());
        add(letter, "dead-letter-partition", record.partition());
        add(letter, "dead-letter-offset", record.offset());
        add(letter, "dead-letter-group", (consumer != null) ? consumer.groupMetadata().groupId() : "");
        send(letter);
        log.warn("{}-{}@{} is unreadable and was put aside on {}: {}", record.topic(), record.partition(),
                record.offset(), aside, reason);
    }

    private void send(ProducerRecord<byte[], byte[]> letter) {
        try {
            producer().send(letter).get();
        }
        catch (ExecutionException | KafkaException ex) {
            // The listener tries again at once, and again.
            new DefaultBackOffHandler().onNextBackOff(null, ex, REST_MILLIS);
            throw new KafkaException("Could not put a record aside on " + letter.topic(), ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new KafkaException(ex);
        }
    }

    private synchronized Producer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings);
        }
        return producer;
    }

    /** A listener may have asked for bytes itself. */
    private static byte @Nullable [] bytes(@Nullable Object keyOrValue) {
        return switch (keyOrValue) {
            case null -> null;
            case byte[] bytes -> bytes;
            case Object text -> RecordText.bytes((String) text);
        };
    }

    private static void add(ProducerRecord<?, ?> letter, String header, Object value) {
        letter.headers().add(header, String.valueOf(value).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(5));
        }
    }

}
