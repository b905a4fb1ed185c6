package newsletter.outbox;

import java.util.Collection;
import java.util.Random;

import org.awaitility.Durations;
import org.junit.jupiter.api.Test;

import newsletter.devstack.kafka.DevKafka;
import newsletter.devstack.postgres.DevPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class KilledProcessTests {

    private static final int KILLS = 3;

    @Test
    void aServiceKilledAtAnyInstantTellsEachEventAndInOrder() throws Exception {
        var database = DevPostgres.shared().newDatabase("killed");
        String topic = DevKafka.shared().newTopic("killed", 3);
        try (var service = SampleService.start(database, topic)) {
            var relay = service.getBean(OutboxRelay.class);
            relay.stop();
            var subjects = service.getBean(Subjects.class);
            var random = new Random();
            for (int kill = 0; kill < KILLS; kill++) {
                int enough = total(subjects.counts().values()) + 300 + random.nextInt(700);
                Process process = SampleProcess.start(database, topic);
                await().atMost(Durations.ONE_MINUTE).until(() -> total(subjects.counts().values()) > enough);
                process.destroyForcibly().waitFor();
            }
            relay.start();
            subjects.awaitAllTold();

            assertThat(Told.on(topic).firsts()).isEqualTo(subjects.stories());
        }
    }

    private static int total(Collection<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

}
