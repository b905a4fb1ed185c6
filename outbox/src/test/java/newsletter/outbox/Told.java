package newsletter.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Durations;
import org.jspecify.annotations.Nullable;

import newsletter.devstack.kafka.DevKafka;

import static org.awaitility.Awaitility.await;

/**
 * All that a topic says now.
 *
 * @param records by partition and offset
 */
record Told(List<ConsumerRecord<String, @Nullable String>> records) {

    /**
     * As our services read it: what was committed, once all there is was decided upon.
     */
    static Told on(String topic) {
        try (var reader = reader("read_committed"); var all = reader("read_uncommitted")) {
            return read(reader, topic, all.endOffsets(partitions(reader, topic)));
        }
    }

    /** As our services read it, up to the first transaction that is still open. */
    static Told soFarOn(String topic) {
        try (var reader = reader("read_committed")) {
            return read(reader, topic, reader.endOffsets(partitions(reader, topic)));
        }
    }

    /** What lies there, with what was never committed. */
    static Told andUntoldOn(String topic) {
        try (var reader = reader("read_uncommitted")) {
            return read(reader, topic, reader.endOffsets(partitions(reader, topic)));
        }
    }

    private static KafkaConsumer<String, @Nullable String> reader(String isolation) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", DevKafka.shared().bootstrapServers(), "isolation.level", isolation),
                new StringDeserializer(), new StringDeserializer());
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> reader, String topic) {
        return reader.partitionsFor(topic)
            .stream()
            .map((partition) -> new TopicPartition(topic, partition.partition()))
            .toList();
    }

    private static Told read(KafkaConsumer<String, @Nullable String> reader, String topic,
            Map<TopicPartition, Long> ends) {
        List<TopicPartition> partitions = partitions(reader, topic);
        reader.assign(partitions);
        reader.seekToBeginning(partitions);
        var records = new ArrayList<ConsumerRecord<String, @Nullable String>>();
        await().atMost(Durations.ONE_MINUTE).pollDelay(Duration.ZERO).pollInSameThread().until(() -> {
            reader.poll(Duration.ofMillis(100)).forEach(records::add);
            return ends.entrySet().stream().allMatch((end) -> reader.position(end.getKey()) >= end.getValue());
        });
        return new Told(records);
    }

    /** What was said of one key, in order. */
    List<@Nullable String> of(String key) {
        return records.stream()
            .filter((told) -> told.key().equals(key))
            .<@Nullable String>map(ConsumerRecord::value)
            .toList();
    }

    /** What is left when what was seen before is dropped, as our services do. */
    Map<String, List<String>> firsts() {
        var firsts = new LinkedHashMap<String, LinkedHashSet<String>>();
        records.forEach((told) -> firsts.computeIfAbsent(told.key(), (_) -> new LinkedHashSet<>()).add(told.value()));
        var lists = new LinkedHashMap<String, List<String>>();
        firsts.forEach((key, values) -> lists.put(key, List.copyOf(values)));
        return lists;
    }

    int size() {
        return records.size();
    }

}
