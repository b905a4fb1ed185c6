package newsletter.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import newsletter.devstack.kafka.DevKafka;

import static org.assertj.core.api.Assertions.assertThat;

/** What a tombstone erases leaves Kafka, on a real broker in a hurry. */
class CompactionTests {

    private static final Duration SEGMENT = Duration.ofMillis(200);

    private final String topic = "contacts-" + UUID.randomUUID();

    private final TopicPartition partition = new TopicPartition(this.topic, 0);

    /** The topic as it is made, but for times that nobody can wait for. */
    private void create() throws Exception {
        NewTopic made = new TopicSettings(1, (short) 1).compacted(this.topic);
        Map<String, String> hurried = new HashMap<>(made.configs());
        hurried.put("segment.ms", String.valueOf(SEGMENT.toMillis()));
        hurried.put("max.compaction.lag.ms", "200");
        try (var admin = Admin.create(kafka())) {
            admin.createTopics(List.of(made.configs(hurried))).all().get();
        }
    }

    @Test
    void i09AnAddressIsGoneFromTheTopicOnceItsTombstoneIsToldAgain() throws Exception {
        create();
        tell("erased", "an address");
        tell("stays", "another address");
        tell("erased", null);
        assertThat(values()).contains("an address");
        // Told again when the segment may be closed: without it, nothing would ever close
        // it.
        pauseFor(SEGMENT.multipliedBy(2));
        tell("erased", null);
        Awaitility.await()
            .atMost(Duration.ofMinutes(2))
            .pollInterval(Duration.ofSeconds(1))
            .until(() -> !values().contains("an address"));
        assertThat(values()).contains("another address");
    }

    private static void pauseFor(Duration time) {
        long start = System.nanoTime();
        Awaitility.await().until(() -> System.nanoTime() - start > time.toNanos());
    }

    private void tell(String key, @Nullable String value) throws Exception {
        try (var producer = new KafkaProducer<>(kafka(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(this.topic, key, value)).get();
        }
    }

    /** All that anybody can read, from the first byte that is left. */
    private List<String> values() {
        try (var consumer = new KafkaConsumer<>(kafka(), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(this.partition));
            consumer.seekToBeginning(List.of(this.partition));
            long end = Objects.requireNonNull(consumer.endOffsets(List.of(this.partition)).get(this.partition));
            List<String> values = new ArrayList<>();
            while (consumer.position(this.partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach((told) -> values.add(String.valueOf(told.value())));
            }
            return values;
        }
    }

    private static Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", DevKafka.shared().bootstrapServers());
    }

}
