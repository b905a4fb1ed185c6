package newsletter.outbox;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import newsletter.devstack.kafka.DevKafka;
import newsletter.devstack.postgres.DevPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class TakeOverTests {

    @Test
    void ofTwoReplicasOneTellsAndTheOtherTakesOver() {
        var database = DevPostgres.shared().newDatabase("replicas");
        String topic = DevKafka.shared().newTopic("replicas", 3);
        String key = UUID.randomUUID().toString();
        try (var second = SampleService.start(database, topic)) {
            var relay = second.getBean(OutboxRelay.class);
            relay.stop();
            try (var first = SampleService.start(database, topic)) {
                first.getBean(Subjects.class).count(key);
                await().until(() -> first.getBean(OutboxRelay.class).told() == 1);
                relay.start();

                // Who appends does not matter.
                for (int i = 0; i < 50; i++) {
                    first.getBean(Subjects.class).count(key);
                    second.getBean(Subjects.class).count(key);
                }
                await().until(() -> first.getBean(OutboxRelay.class).told() == 101);
                assertThat(relay.told()).isZero();
            }
            second.getBean(Subjects.class).count(key);
            await().until(() -> relay.told() == 1);
        }
        assertThat(Told.on(topic).of(key)).isEqualTo(Subjects.story(102));
    }

}
