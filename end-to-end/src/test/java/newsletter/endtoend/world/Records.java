package newsletter.endtoend.world;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import newsletter.devstack.kafka.DevKafka;
import newsletter.events.Topics;

/** What stands on the topics, as anybody with access to the broker can read it. */
public final class Records {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, Object> broker;

    public Records(DevKafka kafka) {
        this.broker = Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    /** All topics that a service made. */
    public Set<String> topics() {
        return ask((admin) -> new TreeSet<>(admin.listTopics().names().get()));
    }

    /** All records from the first to the last, those of broken transactions too. */
    public List<ConsumerRecord<String, @Nullable String>> of(String topic) {
        try (var consumer = new KafkaConsumer<>(this.broker, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic)
                .stream()
                .map((partition) -> new TopicPartition(topic, partition.partition()))
                .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, @Nullable String>>();
            while (partitions.stream()
                .anyMatch((partition) -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    /** The records of one key, oldest first. */
    public List<String> of(String topic, String key) {
        return of(topic).stream()
            .filter((record) -> key.equals(record.key()))
            .map(ConsumerRecord::value)
            .map(String::valueOf)
            .toList();
    }

    /** The values of all records. */
    public Set<String> values(String topic) {
        return of(topic).stream().map((record) -> String.valueOf(record.value())).collect(Collectors.toSet());
    }

    /** Until a record of this key, on this topic, was put aside. */
    public void awaitDeadLetter(String topic, String key) {
        Awaitility.await("a dead letter of " + topic)
            .atMost(PATIENCE)
            .until(() -> !of(Topics.deadLetters(topic), key).isEmpty());
    }

    /** Who reads. */
    public Set<String> groups() {
        return Set.of("subscription-service", "mailer-service", "consent-audit");
    }

    /** Puts the same text into each partition, so that none is left untried. */
    public void sendToAllPartitions(String topic, String key, String value) {
        try (var producer = new KafkaProducer<>(this.broker, new StringSerializer(), new StringSerializer())) {
            for (var partition : producer.partitionsFor(topic)) {
                producer.send(new ProducerRecord<>(topic, partition.partition(), key, value)).get();
            }
        }
        catch (ExecutionException ex) {
            throw new IllegalStateException(ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    /** Keys, values and headers of a record as one text. */
    public static String text(ConsumerRecord<String, @Nullable String> record) {
        var text = new StringBuilder().append(record.key()).append(' ').append(record.value());
        StreamSupport.stream(record.headers().spliterator(), false)
            .filter((header) -> header.value() != null)
            .forEach((header) -> text.append(' ')
                .append(header.key())
                .append('=')
                .append(new String(header.value(), StandardCharsets.UTF_8)));
        return text.toString();
    }

    /** Until all three services have read all there is. */
    public void awaitRead() {
        for (String group : groups()) {
            Awaitility.await(group + " to have read everything").atMost(PATIENCE).until(() -> lag(group) == 0);
        }
    }

    /** How many records the group has still to read; everything if it never read. */
    private long lag(String group) {
        return ask((admin) -> {
            var offsets = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
            if (offsets.isEmpty()) {
                return Long.MAX_VALUE;
            }
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            offsets.keySet().forEach((partition) -> latest.put(partition, OffsetSpec.latest()));
            var ends = admin.listOffsets(latest).all().get();
            long lag = 0;
            for (var offset : offsets.entrySet()) {
                lag += Objects.requireNonNull(ends.get(offset.getKey())).offset() - offset.getValue().offset();
            }
            return lag;
        });
    }

    /** The groups begin anew with the first record. Nobody may be reading in them. */
    public void forget(Collection<String> groups) {
        Awaitility.await("groups to be empty").atMost(PATIENCE).until(() -> {
            try (var admin = Admin.create(this.broker)) {
                admin.deleteConsumerGroups(groups).all().get();
                return true;
            }
            catch (ExecutionException ex) {
                if (ex.getCause() instanceof GroupIdNotFoundException) {
                    return true;
                }
                if (ex.getCause() instanceof GroupNotEmptyException) {
                    return false;
                }
                throw ex;
            }
        });
    }

    private <T> T ask(Question<T> question) {
        try (var admin = Admin.create(this.broker)) {
            return question.ask(admin);
        }
        catch (ExecutionException ex) {
            throw new IllegalStateException(ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    /** Something that only the broker's administrator can be asked. */
    private interface Question<T> {

        T ask(Admin admin) throws ExecutionException, InterruptedException;

    }

}
