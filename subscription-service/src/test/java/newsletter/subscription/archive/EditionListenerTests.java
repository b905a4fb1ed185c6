package newsletter.subscription.archive;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.devstack.kafka.DevKafka;
import newsletter.events.EditionPublished;
import newsletter.events.EventJson;
import newsletter.events.Topics;
import newsletter.subscription.SiteTest;
import newsletter.subscription.Topic;
import newsletter.subscription.Visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SiteTest
class EditionListenerTests {

    @Autowired
    private Visitor visitor;

    @Autowired
    private JdbcClient jdbc;

    private static EditionPublished edition(String slug) {
        Instant at = Instant.parse("2026-11-22T09:00:00Z");
        return new EditionPublished(UUID.randomUUID(), UUID.randomUUID(), at, "mayor", slug, "A bridge", "en",
                "<p>Dear residents</p>", "Dear residents", "00", "editor", "approver", at);
    }

    private static void tell(String key, @Nullable String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", DevKafka.shared().bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            // One partition, so that one stands behind the other.
            producer.send(new ProducerRecord<>(Topics.EDITIONS, 0, key, value)).get();
        }
    }

    private static void tell(EditionPublished edition) throws Exception {
        tell(edition.key(), EventJson.write(edition));
    }

    private void awaitPage(EditionPublished edition) {
        await()
            .untilAsserted(() -> assertThat(this.visitor.get("/news/" + edition.slug()).statusCode()).isEqualTo(200));
    }

    @Test
    void i03AnEditionThatIsToldTwiceIsPublishedOnce() throws Exception {
        EditionPublished twice = edition("told-twice");
        tell(twice);
        tell(twice);
        EditionPublished after = edition("told-after");
        tell(after);
        awaitPage(after);
        awaitPage(twice);
        assertThat(this.jdbc.sql("SELECT count(*) FROM published_edition WHERE edition_id = :id")
            .param("id", twice.editionId())
            .query(Integer.class)
            .single()).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadIsPutAsideAndTheNextIsRead() throws Exception {
        String key = UUID.randomUUID().toString();
        tell(key, "{\"type\":\"edition-published\",\"slug\":");
        tell(key, null);
        EditionPublished after = edition("after-the-unreadable");
        tell(after);
        awaitPage(after);
        assertThat(Topic.read(Topics.deadLetters(Topics.EDITIONS), key)).hasSize(2);
    }

}
