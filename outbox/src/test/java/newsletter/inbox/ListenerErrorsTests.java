package newsletter.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;

import newsletter.devstack.DevBroker;
import newsletter.devstack.DevDatabase;
import newsletter.devstack.kafka.DevKafka;
import newsletter.inbox.SampleReader.Reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(classes = SampleReader.class)
@Import({ DevDatabase.class, DevBroker.class })
@ExtendWith(OutputCaptureExtension.class)
class ListenerErrorsTests {

    @Autowired
    private SampleReader reader;

    private final String key = UUID.randomUUID().toString();

    private final Reading first = new Reading(UUID.randomUUID(), 1);

    private final Reading second = new Reading(UUID.randomUUID(), 2);

    private final Reading last = new Reading(UUID.randomUUID(), 3);

    @BeforeAll
    static void createTheTopicsOfOthers() {
        for (String topic : List.of(SampleReader.ONE_BY_ONE, SampleReader.IN_BATCHES, SampleReader.CARELESS)) {
            DevKafka.shared().createTopic(topic, 1);
        }
    }

    @Test
    void anUnreadableRecordIsPutAsideAndThePartitionGoesOn() {
        send(SampleReader.ONE_BY_ONE, json(first), "{\"id\": \"", json(last));
        awaitRead(last);
        assertThat(reader.read).containsSubsequence(first, last);

        var aside = aside(SampleReader.ONE_BY_ONE);
        assertThat(aside.value()).asString(StandardCharsets.UTF_8).isEqualTo("{\"id\": \"");
        assertThat(header(aside, "dead-letter-reason"))
            .isEqualTo("UnexpectedEndOfInputException at id, line 1, column 9");
        assertThat(header(aside, "dead-letter-topic")).isEqualTo(SampleReader.ONE_BY_ONE);
        assertThat(header(aside, "dead-letter-partition")).isEqualTo("0");
        assertThat(header(aside, "dead-letter-offset")).matches("\\d+");
        assertThat(header(aside, "dead-letter-group")).isEqualTo(SampleReader.ONE_BY_ONE);
        assertThat(header(aside, "trace")).isEqualTo("kept");
    }

    @Test
    void neitherTheReasonNorTheLogQuotesTheRecord(CapturedOutput output) {
        send(SampleReader.ONE_BY_ONE, "{\"id\": \"ada@example.org\", \"number\": 1}", json(last));
        awaitRead(last);
        assertThat(aside(SampleReader.ONE_BY_ONE).headers())
            .noneMatch((header) -> new String(header.value(), StandardCharsets.UTF_8).contains("ada"));
        assertThat(header(aside(SampleReader.ONE_BY_ONE), "dead-letter-reason"))
            .startsWith("InvalidFormatException at id");
        assertThat(output).contains("is unreadable and was put aside").doesNotContain("ada@");
    }

    @Test
    void bytesThatAreNoTextArePutAsideAsTheyWere() {
        byte[] bytes = { '{', (byte) 0xC3, (byte) 0x28, 0, (byte) 0xFF, '}' };
        sendBytes(SampleReader.ONE_BY_ONE, bytes, bytes);
        send(SampleReader.ONE_BY_ONE, json(last));
        awaitRead(last);
        assertThat(recordsOn(SampleReader.ONE_BY_ONE + "-dlt")).anySatisfy((aside) -> {
            assertThat(aside.key()).isEqualTo(bytes);
            assertThat(aside.value()).isEqualTo(bytes);
        });
    }

    @Test
    void aTombstoneThatNoListenerTakesIsPutAside() {
        sendBytes(SampleReader.ONE_BY_ONE, key.getBytes(StandardCharsets.UTF_8), null);
        send(SampleReader.ONE_BY_ONE, json(last));
        awaitRead(last);
        assertThat(aside(SampleReader.ONE_BY_ONE).value()).isNull();
    }

    @Test
    void aListenerMaySayItselfThatARecordIsUnreadable() {
        send(SampleReader.ONE_BY_ONE, json(new Reading(UUID.randomUUID(), -1)), json(last));
        awaitRead(last);
        assertThat(header(aside(SampleReader.ONE_BY_ONE), "dead-letter-reason"))
            .isEqualTo("Unreadable: numbers are not negative");
    }

    @Test
    void whateverElseFailsIsTriedUntilItWorksAndNothingOvertakesIt(CapturedOutput output) {
        reader.failures.set(3);
        send(SampleReader.ONE_BY_ONE, json(first), json(second), json(last));
        awaitRead(last);
        assertThat(reader.failures).hasValue(0);
        assertThat(reader.read.stream().filter(List.of(first, second, last)::contains)).containsExactly(first, second,
                last);
        assertThat(asideAll(SampleReader.ONE_BY_ONE)).isEmpty();
        assertThat(output.getOut().lines().filter((line) -> line.contains("will be tried until it works"))).hasSize(1);
    }

    @Test
    void inABatchOnlyTheUnreadableRecordIsPutAside() {
        send(SampleReader.IN_BATCHES, json(first), "garbage", json(second), "rubbish", json(last));
        awaitRead(last);
        assertThat(reader.read.stream().filter(List.of(first, second, last)::contains)).containsExactly(first, second,
                last);
        assertThat(asideAll(SampleReader.IN_BATCHES)).hasSize(2);
    }

    @Test
    void aBatchListenerThatDoesNotNameTheRecordPutsNothingAside(CapturedOutput output) {
        send(SampleReader.CARELESS, json(first), "garbage", json(last));
        await().until(() -> reader.carelessAttempts.get() >= 3);
        assertThat(asideAll(SampleReader.CARELESS)).isEmpty();
        assertThat(output).contains("names the unreadable record with a BatchListenerFailedException");
    }

    private void awaitRead(Reading reading) {
        await().atMost(Duration.ofSeconds(30)).until(() -> reader.read.contains(reading));
    }

    private ConsumerRecord<byte[], byte @Nullable []> aside(String topic) {
        return asideAll(topic).getFirst();
    }

    private List<ConsumerRecord<byte[], byte @Nullable []>> asideAll(String topic) {
        return recordsOn(topic + "-dlt").stream()
            .filter((letter) -> new String(letter.key(), StandardCharsets.UTF_8).equals(key))
            .toList();
    }

    private static String header(ConsumerRecord<?, ?> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static String json(Reading reading) {
        return "{\"id\": \"%s\", \"number\": %d}".formatted(reading.id(), reading.number());
    }

    private void send(String topic, String... values) {
        for (String value : values) {
            sendBytes(topic, key.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void sendBytes(String topic, byte[] key, byte @Nullable [] value) {
        Map<String, Object> settings = Map.of("bootstrap.servers", DevKafka.shared().bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            var record = new ProducerRecord<>(topic, key, value);
            record.headers().add("trace", "kept".getBytes(StandardCharsets.UTF_8));
            var _ = producer.send(record);
        }
    }

    private static List<ConsumerRecord<byte[], byte @Nullable []>> recordsOn(String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", DevKafka.shared().bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            var records = new ArrayList<ConsumerRecord<byte[], byte @Nullable []>>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

}
