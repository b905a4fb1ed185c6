package newsletter.audit;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.audit.checkpoint.IndependentVerifier;
import newsletter.audit.ledger.Entries;
import newsletter.audit.ledger.Entry;
import newsletter.audit.person.ContactTeller;
import newsletter.audit.reading.DeliveryManifest;
import newsletter.audit.reading.UnreadableRecord;
import newsletter.devstack.DevBroker;
import newsletter.devstack.DevDatabase;
import newsletter.events.DeliveryReport.DeliveriesReported;
import newsletter.events.Event;
import newsletter.events.EventJson;
import newsletter.events.SubscriberContact;
import newsletter.events.Topics;
import newsletter.outbox.TopicSettings;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole service between a real broker and a real database. */
@SpringBootTest(properties = "checkpoint.interval=200ms")
@Import({ DevDatabase.class, DevBroker.class, OwnKeys.class, ContactTeller.class, Residents.class, World.class,
        WireTests.TopicsOfOthers.class, Desk.class })
class WireTests {

    private final Told told = new Told();

    private final String address = "p-" + this.told.subscriberId + "@example.org";

    @Autowired
    private World world;

    @Autowired
    private Desk desk;

    @Autowired
    private Residents residents;

    @Autowired
    private Entries entries;

    @Autowired
    private JdbcClient jdbc;

    /** The topics of the others. */
    @TestConfiguration(proxyBeanMethods = false)
    static class TopicsOfOthers {

        @Bean
        NewTopic consentEvents(TopicSettings topics) {
            return topics.keptForEver(Topics.CONSENT_EVENTS);
        }

        @Bean
        NewTopic subscriberContacts(TopicSettings topics) {
            return topics.compacted(Topics.SUBSCRIBER_CONTACTS);
        }

        @Bean
        NewTopic newsletters(TopicSettings topics) {
            return topics.compacted(Topics.NEWSLETTERS);
        }

        @Bean
        NewTopic editions(TopicSettings topics) {
            return topics.compacted(Topics.EDITIONS);
        }

        @Bean
        NewTopic deliveryReports(TopicSettings topics) {
            return topics.keptFor(Topics.DELIVERY_REPORTS, Duration.ofDays(30));
        }

    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }

    @Test
    void whatIsToldOnAnyTopicIsProvedToWhoeverAsks() throws GeneralSecurityException {
        Event[] events = { Told.mayor(), this.told.requested(), this.told.confirmationMailed(), this.told.given(),
                this.told.edition(), this.told.withdrawn(), this.told.viewed() };
        DeliveriesReported report = this.told.delivered(5, 3);
        this.world.tell(events);
        this.world.tell(report);
        for (Event event : events) {
            await().until(() -> entry(event.eventId()).isPresent());
            assertThat(entry(event.eventId()).orElseThrow().payload()).as(event.topic()).isEqualTo(Told.bytes(event));
        }
        await().until(() -> entry(report.eventId()).isPresent());
        Entry manifest = entry(report.eventId()).orElseThrow();
        assertThat(DeliveryManifest.read(manifest.payload()).count()).isEqualTo(5);
        String[] checkpoint = signed(manifest.index());
        Entry given = entry(events[3].eventId()).orElseThrow();
        Document page = Desk.read(this.desk.get(this.desk.view(this.told.receiptNumber) + "/entries/" + given.index()));
        String[] proved = verifier().open(page.select("pre").getLast().wholeText());
        assertThat(Long.parseLong(proved[1])).isGreaterThanOrEqualTo(Long.parseLong(checkpoint[1]));
        List<byte[]> path = new ArrayList<>();
        page.select("ol.audit-proof li").eachText().forEach((hash) -> path.add(HexFormat.of().parseHex(hash)));
        byte[] root = Base64.getDecoder().decode(proved[2]);
        long size = Long.parseLong(proved[1]);
        assertThat(IndependentVerifier.isIncluded(Told.bytes(events[3]), given.index(), size, path, root)).isTrue();
        assertThat(IndependentVerifier.isIncluded(Told.bytes(events[5]), given.index(), size, path, root)).isFalse();
        assertThat(IndependentVerifier.isIncluded(Told.bytes(events[3]), given.index() + 1, size, path, root))
            .isFalse();
    }

    @Test
    void everyCheckpointIsTold() {
        this.world.tell(this.told.requested());
        await().untilAsserted(() -> {
            String note = this.desk.pages().get().uri("/checkpoint").exchange().getResponse().getContentAsString();
            assertThat(this.world.read(Topics.LEDGER_CHECKPOINTS)).extracting(ConsumerRecord::value)
                .contains(World.bytes(note));
        });
    }

    @Test
    void anOfficersLookJoinsTheLedger() {
        this.world.tell(this.residents.contact(this.told.subscriberId, this.address, new byte[32]));
        await().until(() -> count("SELECT count(*) FROM contact WHERE subscriber_id = ?", this.told.subscriberId) == 1);
        this.desk.view(this.address);
        await().until(() -> this.entries.about(this.told.subscriberId)
            .stream()
            .anyMatch((entry) -> entry.type().equals("person-viewed")));
    }

    @Test
    void erasureTakesTheAddressAwayAndLeavesTheLedger() {
        this.world.tell(this.residents.contact(this.told.subscriberId, this.address, new byte[32]));
        this.world.tell(this.told.given());
        await().until(() -> count("SELECT count(*) FROM contact WHERE subscriber_id = ?", this.told.subscriberId) == 1);
        this.world.tellErasure(Topics.SUBSCRIBER_CONTACTS, this.told.subscriberId);
        await().until(() -> count("SELECT count(*) FROM contact WHERE subscriber_id = ?", this.told.subscriberId) == 0);
        await().until(() -> this.entries.about(this.told.subscriberId).size() == 1);
    }

    @Test
    void anUnreadableRecordIsRecordedAndPutAsideAndThePartitionGoesOn() {
        byte[] nonsense = { (byte) 0xff, '{', (byte) 0xc3, 7, (byte) this.told.hashCode() };
        String key = this.told.subscriberId.toString();
        this.world.tell(this.told.requested());
        this.world.tell(Topics.CONSENT_EVENTS, key, nonsense);
        this.world.tell(Topics.SUBSCRIBER_CONTACTS, key, nonsense);
        this.world.tell(this.told.given());
        this.world.tell(this.residents.contact(this.told.subscriberId, this.address, new byte[32]));
        await().until(() -> this.entries.about(this.told.subscriberId).size() == 2);
        await().until(() -> count("SELECT count(*) FROM contact WHERE subscriber_id = ?", this.told.subscriberId) == 1);
        List<Entry> about = this.entries.about(this.told.subscriberId);
        List<Entry> between = this.entries.between(about.getFirst().index() + 1, about.getLast().index())
            .stream()
            .filter((entry) -> entry.type().equals(UnreadableRecord.TYPE))
            .toList();
        assertThat(between).hasSize(1);
        UnreadableRecord said = UnreadableRecord.read(between.getFirst().payload());
        assertThat(said.topic()).isEqualTo(Topics.CONSENT_EVENTS);
        assertThat(said.offset()).isBetween(about.getFirst().place().offset(), about.getLast().place().offset());
        for (String topic : new String[] { Topics.CONSENT_EVENTS, Topics.SUBSCRIBER_CONTACTS }) {
            await().untilAsserted(() -> assertThat(this.world.read(Topics.deadLetters(topic)))
                .filteredOn((record) -> key.equals(record.key()))
                .extracting(ConsumerRecord::value)
                .containsExactly(nonsense));
        }
    }

    @Test
    void aContactThatCannotBeStoredDoesNotHoldUpTheNext() {
        SubscriberContact contact = this.residents.contact(this.told.subscriberId, this.address, new byte[32]);
        String json = EventJson.write(contact);
        for (String broken : new String[] { json.replace(contact.tag(), "%"), json.replace("en-GB", "\\u0000"),
                json.replaceAll("\"occurredAt\":\"[^\"]*\"", "\"occurredAt\":\"9999-01-01T00:00:00.000Z\"") }) {
            assertThat(broken).isNotEqualTo(json);
            this.world.tell(Topics.SUBSCRIBER_CONTACTS, this.told.subscriberId.toString(), World.bytes(broken));
        }
        this.world.tell(contact);
        await().until(() -> count("SELECT count(*) FROM contact WHERE subscriber_id = ?", this.told.subscriberId) == 1);
    }

    @Test
    void aTombstoneOfNobodyDoesNotHoldUpTheNext() {
        // As many as make sure that each partition has one.
        for (int at = 0; at < 20; at++) {
            this.world.tell(Topics.SUBSCRIBER_CONTACTS, "nobody-" + at, null);
        }
        this.world.tell(this.residents.contact(this.told.subscriberId, this.address, new byte[32]));
        await().until(() -> count("SELECT count(*) FROM contact WHERE subscriber_id = ?", this.told.subscriberId) == 1);
    }

    @Test
    void readingEverythingAgainAddsNothing() throws Exception {
        this.world.tell(this.told.requested(), this.told.given(), this.told.edition(), Told.mayor(),
                this.told.delivered(5, 3), this.told.viewed());
        this.world.tell(Topics.EDITIONS, "x", World.bytes("{}"));
        this.world.tell(this.residents.contact(this.told.subscriberId, this.address, new byte[32]));
        await().until(() -> this.entries.about(this.told.subscriberId).size() == 3);
        await().until(() -> count("SELECT count(*) FROM entry WHERE topic = ? AND type = 'unreadable-record'",
                Topics.EDITIONS) == 1);
        await().until(
                () -> count("SELECT count(*) FROM delivery_row WHERE subscriber_id = ?", this.told.subscriberId) == 1);
        await().until(() -> count("SELECT count(*) FROM contact WHERE subscriber_id = ?", this.told.subscriberId) == 1);
        Map<TopicPartition, Long> read = this.world.readEverythingAgain();
        String before = ledger();
        assertThat(read).hasSizeGreaterThan(5);
        await().until(() -> {
            Map<TopicPartition, Long> again = this.world.read();
            return read.entrySet()
                .stream()
                .allMatch((entry) -> again.getOrDefault(entry.getKey(), 0L) >= entry.getValue());
        });
        assertThat(ledger()).isEqualTo(before);
        assertThat(count("SELECT count(*) FROM contact WHERE subscriber_id = ?", this.told.subscriberId)).isEqualTo(1);
        this.world.tell(this.told.withdrawn());
        await().until(() -> this.entries.about(this.told.subscriberId)
            .stream()
            .anyMatch((entry) -> entry.type().equals("consent-withdrawn")));
    }

    private String ledger() {
        return this.jdbc.sql("""
                SELECT (SELECT size || ' ' || root FROM ledger_head) || ' ' || (SELECT count(*) FROM entry) || ' '
                    || (SELECT count(*) FROM delivery_row) || ' ' || (SELECT count(*) FROM receipt)
                """).query(String.class).single();
    }

    private Optional<Entry> entry(UUID eventId) {
        return this.jdbc.sql("SELECT leaf_index FROM entry WHERE event_id = ?")
            .param(eventId)
            .query(Long.class)
            .optional()
            .flatMap(this.entries::at);
    }

    private long count(String sql, Object... values) {
        return this.jdbc.sql(sql).params(values).query(Long.class).single();
    }

    private IndependentVerifier verifier() throws GeneralSecurityException {
        return new IndependentVerifier(get("/checkpoint/key"));
    }

    /** The first checkpoint that covers an entry, as anybody may fetch and check it. */
    private String[] signed(long index) throws GeneralSecurityException {
        await().until(() -> get("/checkpoint").contains("\n")
                && Long.parseLong(get("/checkpoint").split("\n", -1)[1]) > index);
        return verifier().open(get("/checkpoint"));
    }

    private String get(String page) {
        return Desk.text(this.desk.pages().get().uri(page).exchange());
    }

}
