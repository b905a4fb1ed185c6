package newsletter.devstack.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DevKafkaTests {

    private final DevKafka kafka = DevKafka.shared();

    @Test
    void aCommittedTransactionIsReadAndAnAbortedOneIsNot() throws Exception {
        String topic = kafka.newTopic("round-trip", 3);
        try (var producer = producer(Map.of("transactional.id", topic))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, "key", "told by mistake")).get(30, TimeUnit.SECONDS);
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, "key", "told")).get(30, TimeUnit.SECONDS);
            producer.commitTransaction();
        }
        assertThat(read(topic, 1)).containsExactly("told");
    }

    @Test
    void aTopicNobodyMadeDoesNotExist() {
        try (var producer = producer(Map.of("max.block.ms", "500"))) {
            assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> producer.send(new ProducerRecord<>("misspelt", "key", "lost")).get());
        }
    }

    @Test
    void stoppingRefusesAndStartingBringsDataBackOnTheSamePort() throws Exception {
        String topic = kafka.newTopic("restart", 1);
        String servers = kafka.bootstrapServers();
        try (var producer = producer(
                Map.of("max.block.ms", "500", "delivery.timeout.ms", "1000", "request.timeout.ms", "500"))) {
            producer.send(new ProducerRecord<>(topic, "key", "before")).get(30, TimeUnit.SECONDS);
            kafka.stop();
            try {
                assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> producer.send(new ProducerRecord<>(topic, "key", "meanwhile")).get());
            }
            finally {
                kafka.start();
            }
            // Whoever tidies up need not know whether it runs.
            kafka.start();
            Awaitility.await()
                .ignoreExceptions()
                .until(() -> producer.send(new ProducerRecord<>(topic, "key", "after")).get() != null);
        }
        assertThat(read(topic, 2)).containsExactly("before", "after");
        assertThat(kafka.bootstrapServers()).isEqualTo(servers);
    }

    private KafkaProducer<String, String> producer(Map<String, Object> more) {
        var settings = new HashMap<>(more);
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        settings.putIfAbsent("linger.ms", "0");
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    private List<String> read(String topic, int atLeast) {
        var values = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers(), "group.id", topic,
                        "auto.offset.reset", "earliest", "isolation.level", "read_committed"),
                new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            Awaitility.await().until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach((record) -> values.add(record.value()));
                return values.size() >= atLeast;
            });
        }
        return values;
    }

}
