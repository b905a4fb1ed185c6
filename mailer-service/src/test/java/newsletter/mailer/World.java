package newsletter.mailer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;

import newsletter.devstack.kafka.DevKafka;
import newsletter.events.ConsentEvent.ConsentWithdrawn;
import newsletter.events.ConsentEvent.WithdrawnBy;
import newsletter.events.DeliveryReport;
import newsletter.events.DeliveryReport.DeliveriesReported;
import newsletter.events.DeliveryReport.LetterReported;
import newsletter.events.DeliveryReport.Row;
import newsletter.events.Event;
import newsletter.events.EventAcknowledged;
import newsletter.events.EventJson;
import newsletter.events.Topics;
import newsletter.outbox.TopicSettings;
import newsletter.personaldata.AddressCipher;

/**
 * What surrounds the mailer: subscription-service, which tells, and consent-audit, which
 * reads.
 */
public class World {

    private final KafkaTemplate<String, String> kafka;

    private final AddressCipher cipher;

    private final JdbcClient jdbc;

    private final List<DeliveryReport> reports = new CopyOnWriteArrayList<>();

    private final List<EventAcknowledged> acknowledgements = new CopyOnWriteArrayList<>();

    World(KafkaTemplate<String, String> kafka, AddressCipher cipher, JdbcClient jdbc) {
        this.kafka = kafka;
        this.cipher = cipher;
        this.jdbc = jdbc;
    }

    /** The topics of the others. */
    @TestConfiguration(proxyBeanMethods = false)
    static class TopicsOfOthers {

        @Bean
        NewTopic consentEventsTopic(TopicSettings settings) {
            return settings.keptForEver(Topics.CONSENT_EVENTS);
        }

        @Bean
        NewTopic subscriberContactsTopic(TopicSettings settings) {
            return settings.compacted(Topics.SUBSCRIBER_CONTACTS);
        }

        @Bean
        NewTopic newslettersTopic(TopicSettings settings) {
            return settings.compacted(Topics.NEWSLETTERS);
        }

    }

    @KafkaListener(topics = Topics.DELIVERY_REPORTS, groupId = "consent-audit")
    void on(String json) {
        this.reports.add(EventJson.read(json, DeliveryReport.class));
    }

    @KafkaListener(topics = Topics.ACKNOWLEDGEMENTS, groupId = "consent-audit-acknowledgements")
    void onAcknowledgement(String json) {
        this.acknowledgements.add(EventJson.read(json, EventAcknowledged.class));
    }

    public List<EventAcknowledged> acknowledgements(UUID subscriberId) {
        return this.acknowledgements.stream().filter((done) -> done.subscriberId().equals(subscriberId)).toList();
    }

    public AddressCipher cipher() {
        return this.cipher;
    }

    public void tell(Event... events) {
        Stream.of(events)
            .map((event) -> this.kafka.send(event.topic(), event.key(), EventJson.write(event)))
            .toList()
            .forEach(CompletableFuture::join);
    }

    public void tellContact(Person person) {
        tell(person.contact(this.cipher));
    }

    public void tellErasure(UUID subscriberId) {
        this.kafka.send(Topics.SUBSCRIBER_CONTACTS, subscriberId.toString(), null).join();
    }

    /** Raw text on a topic. */
    public void tellText(String topic, String key, String text) {
        this.kafka.send(topic, key, text).join();
    }

    /** Why records under this key were put aside. */
    public List<String> reasonsAside(String topic, String key) {
        Map<String, Object> settings = Map.of("bootstrap.servers", DevKafka.shared().bootstrapServers());
        try (var reader = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = reader.partitionsFor(Topics.deadLetters(topic))
                .stream()
                .map((partition) -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
            List<String> reasons = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch((end) -> reader.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, String> aside : reader.poll(Duration.ofMillis(100))) {
                    if (key.equals(aside.key())) {
                        reasons.add(new String(aside.headers().lastHeader("dead-letter-reason").value(),
                                StandardCharsets.UTF_8));
                    }
                }
            }
            return reasons;
        }
    }

    public List<LetterReported> letterReports(UUID subscriberId) {
        return this.reports.stream()
            .filter(LetterReported.class::isInstance)
            .map(LetterReported.class::cast)
            .filter((report) -> report.subscriberId().equals(subscriberId))
            .toList();
    }

    public List<DeliveriesReported> deliveryReports(UUID editionId) {
        return this.reports.stream()
            .filter(DeliveriesReported.class::isInstance)
            .map(DeliveriesReported.class::cast)
            .filter((report) -> report.editionId().equals(editionId))
            .toList();
    }

    public List<Row> rows(UUID editionId) {
        return deliveryReports(editionId).stream().flatMap((report) -> report.rows().stream()).toList();
    }

    /** Who got an edition, by the mailer's own books. */
    public List<UUID> acceptedBy(UUID editionId) {
        return this.jdbc.sql("SELECT subscriber_id FROM delivery WHERE edition_id = ? AND status = 'accepted'")
            .param(editionId)
            .query(UUID.class)
            .list();
    }

    /** The Message-IDs of an edition, as they stand in the header. */
    public List<String> messageIds(UUID editionId) {
        return this.jdbc.sql("""
                SELECT '<' || delivery_id || '@' || message_domain || '>'
                FROM delivery JOIN mailing USING (edition_id)
                WHERE edition_id = ?
                """).param(editionId).query(String.class).list();
    }

    /** Waits until the mailer has read all that was told of these people before this. */
    public void awaitRead(Person... people) {
        awaitRead(List.of(people));
    }

    public void awaitRead(List<Person> people) {
        List<UUID> markers = people.stream().map(this::marker).toList();
        String[] ids = markers.stream().map(UUID::toString).toArray(String[]::new);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> this.jdbc.sql("""
                SELECT (SELECT count(*) FROM consent WHERE consent_id = ANY(:ids::uuid[]))
                    + (SELECT count(*) FROM contact WHERE subscriber_id = ANY(:ids::uuid[]))
                """).param("ids", ids).query(Long.class).single() == 2L * ids.length);
    }

    /**
     * Tells something about nobody after all that was told of a person: an end of a
     * consent that was never given, and an address.
     */
    private UUID marker(Person person) {
        UUID marker = UUID.randomUUID();
        tell(new ConsentWithdrawn(UUID.randomUUID(), person.subscriberId(), person.asked(), marker, "nothing",
                WithdrawnBy.ONE_CLICK));
        String contact = EventJson
            .write(new Person(marker, person.address(), marker, "", person.asked()).contact(this.cipher));
        this.kafka.send(Topics.SUBSCRIBER_CONTACTS, person.subscriberId().toString(), contact).join();
        return marker;
    }

    public long count(String sql, Object... values) {
        return this.jdbc.sql(sql).params(values).query(Long.class).single();
    }

    public String letterStatus(String key) {
        return this.jdbc.sql("SELECT status FROM letter WHERE letter_key = ?")
            .param(key)
            .query(String.class)
            .optional()
            .orElse("none");
    }

}
