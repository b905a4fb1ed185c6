package newsletter.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

import newsletter.devstack.kafka.DevKafka;

import static org.assertj.core.api.Assertions.assertThat;

class TopicSettingsTests {

    private final TopicSettings settings = new TopicSettings(3, (short) 1);

    private final String name = "settings-" + UUID.randomUUID();

    @Test
    void aTopicKeptForEverLosesNothing() throws Exception {
        Config created = create(settings.keptForEver(name));
        assertThat(value(created, "cleanup.policy")).isEqualTo("delete");
        assertThat(value(created, "retention.ms")).isEqualTo("-1");
        assertThat(value(created, "retention.bytes")).isEqualTo("-1");
        assertThat(partitions(name)).isEqualTo(3);
    }

    @Test
    void aCompactedTopicForgetsWithinHours() throws Exception {
        Config created = create(settings.compacted(name));
        assertThat(value(created, "cleanup.policy")).isEqualTo("compact");
        assertThat(
                Long.parseLong(value(created, "segment.ms")) + Long.parseLong(value(created, "max.compaction.lag.ms")))
            .isLessThanOrEqualTo(Duration.ofHours(4).toMillis());
        assertThat(partitions(name)).isEqualTo(3);
    }

    @Test
    void aTopicMayKeepRecordsForAWhile() throws Exception {
        assertThat(value(create(settings.keptFor(name, Duration.ofDays(30))), "retention.ms")).isEqualTo("2592000000");
    }

    @Test
    void aSingleTopicHasOnePartitionAndIsKeptForEver() throws Exception {
        assertThat(value(create(settings.single(name)), "retention.ms")).isEqualTo("-1");
        assertThat(partitions(name)).isEqualTo(1);
    }

    @Test
    void deadLettersAreKeptForAMonthAndMayBeLargerThanTheirRecord() throws Exception {
        Config created = create(settings.deadLetters(name));
        assertThat(value(created, "retention.ms")).isEqualTo("2592000000");
        assertThat(value(created, "max.message.bytes")).isEqualTo("2097152");
        assertThat(partitions(name + "-dlt")).isEqualTo(1);
    }

    @Test
    void aTopicThatExistsIsLeftAsItIs() throws Exception {
        create(settings.keptForEver(name));
        var another = new TopicSettings(5, (short) 1).keptFor(name, Duration.ofDays(1));
        assertThat(value(create(another), "retention.ms")).isEqualTo("-1");
        assertThat(partitions(name)).isEqualTo(3);
    }

    @Test
    void aTopicThatAnotherServiceCreatesAtTheSameMomentIsNoTrouble() throws Exception {
        try (var creation = new TopicCreation(kafka(), () -> {
            DevKafka.shared().createTopic(name, 1);
            return List.of(settings.keptForEver(name), settings.deadLetters(name));
        })) {
            creation.createMissing();
        }
        assertThat(partitions(name)).isEqualTo(1);
        assertThat(partitions(name + "-dlt")).isEqualTo(1);
    }

    private static Config create(NewTopic topic) throws Exception {
        try (var creation = new TopicCreation(kafka(), () -> List.of(topic)); var admin = Admin.create(kafka())) {
            creation.createMissing();
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
            return admin.describeConfigs(List.of(resource)).all().get().values().iterator().next();
        }
    }

    private static String value(Config config, String name) {
        return config.get(name).value();
    }

    private static int partitions(String topic) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(kafka())) {
            return admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .values()
                .iterator()
                .next()
                .partitions()
                .size();
        }
    }

    private static Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", DevKafka.shared().bootstrapServers());
    }

}
