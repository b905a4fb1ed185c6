package newsletter.subscription;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

import newsletter.devstack.kafka.DevKafka;

/** All that a topic says now of one key, in order, as our services read it. */
public final class Topic {

    private Topic() {
    }

    public static List<@Nullable String> read(String topic, String key) {
        Map<String, Object> settings = Map.of("bootstrap.servers", DevKafka.shared().bootstrapServers(),
                "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic)
                .stream()
                .map((partition) -> new TopicPartition(topic, partition.partition()))
                .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            var said = new ArrayList<@Nullable String>();
            while (ends.entrySet().stream().anyMatch((end) -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach((record) -> {
                    if (key.equals(record.key())) {
                        said.add(record.value());
                    }
                });
            }
            return said;
        }
    }

}
