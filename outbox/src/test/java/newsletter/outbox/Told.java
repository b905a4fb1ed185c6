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
import org.jspecify.annotations.Nullable;

import newsletter.devstack.kafka.DevKafka;

/**
 * All that a topic says now.
 *
 * @param records by partition and offset
 */
record Told(List<ConsumerRecord<String, @Nullable String>> records) {

    /** As our services read it: what was committed. */
    static Told on(String topic) {
        return on(topic, "read_committed");
    }

    /** What lies there, with what was never committed. */
    static Told andUntoldOn(String topic) {
        return on(topic, "read_uncommitted");
    }

    private static Told on(String topic, String isolation) {
        Map<String, Object> settings = Map.of("bootstrap.servers", DevKafka.shared().bootstrapServers(),
                "isolation.level", isolation);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic)
                .stream()
                .map((partition) -> new TopicPartition(topic, partition.partition()))
                .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, @Nullable String>>();
            while (ends.entrySet().stream().anyMatch((end) -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return new Told(records);
        }
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
