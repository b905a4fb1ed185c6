package newsletter.audit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.MessageListenerContainer;

import newsletter.events.Event;

/** What surrounds the audit: the services that tell, and Kafka itself. */
public class World {

    private static final String GROUP = "consent-audit";

    private final KafkaTemplate<String, byte[]> kafka;

    private final KafkaAdmin admin;

    private final KafkaListenerEndpointRegistry listeners;

    World(ProducerFactory<String, byte[]> producers, KafkaAdmin admin, KafkaListenerEndpointRegistry listeners) {
        this.kafka = new KafkaTemplate<>(producers,
                Map.of(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class));
        this.admin = admin;
        this.listeners = listeners;
    }

    /** In this order. */
    public void tell(Event... events) {
        for (Event event : events) {
            tell(event.topic(), event.key(), Told.bytes(event));
        }
    }

    public void tell(String topic, String key, byte @Nullable [] value) {
        this.kafka.send(topic, key, value).join();
    }

    public void tellErasure(String topic, UUID key) {
        tell(topic, key.toString(), null);
    }

    /** All records of a topic, as anybody would read them. */
    public List<ConsumerRecord<String, byte[]>> read(String topic) {
        Map<String, Object> settings = new HashMap<>(this.admin.getConfigurationProperties());
        settings.put("isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic)
                .stream()
                .map((info) -> new TopicPartition(topic, info.partition()))
                .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch((end) -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    /** The whole service reads all topics again from the start; how far it had come. */
    public Map<TopicPartition, Long> readEverythingAgain() throws ExecutionException, InterruptedException {
        this.listeners.getListenerContainers().forEach(MessageListenerContainer::stop);
        Map<TopicPartition, Long> before = read();
        try (var client = client()) {
            client.deleteConsumerGroups(List.of(GROUP)).all().get();
        }
        this.listeners.getListenerContainers().forEach(MessageListenerContainer::start);
        return before;
    }

    /** How far the service has come, by Kafka's own books. */
    public Map<TopicPartition, Long> read() throws ExecutionException, InterruptedException {
        try (var client = client()) {
            Map<TopicPartition, Long> offsets = new HashMap<>();
            client.listConsumerGroupOffsets(GROUP)
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, offset) -> offsets.put(partition, offset.offset()));
            return offsets;
        }
    }

    private Admin client() {
        return Admin.create(this.admin.getConfigurationProperties());
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

}
