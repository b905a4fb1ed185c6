package newsletter.outbox;

import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

import newsletter.devstack.DevBroker;
import newsletter.devstack.DevDatabase;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = SampleService.class,
        // Small batches: some always wait, and of these the oldest must go first.
        properties = { "sample.topic=" + OrderTests.TOPIC, "outbox.batch-size=20" })
@Import({ DevDatabase.class, DevBroker.class })
class OrderTests {

    static final String TOPIC = "order-tests";

    private static final int WRITERS = 8;

    private static final int EVENTS_EACH = 600;

    private static final int KEYS = 12;

    @Autowired
    private Subjects subjects;

    @Test
    void eachKeyIsToldInCommitOrderHoweverManyWrite() throws Exception {
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            var all = new ArrayList<Callable<Void>>();
            for (int writer = 0; writer < WRITERS; writer++) {
                var random = new Random(writer);
                all.add(() -> {
                    for (int i = 0; i < EVENTS_EACH; i++) {
                        subjects.count("key-" + random.nextInt(KEYS));
                    }
                    return null;
                });
            }
            for (Future<Void> writer : writers.invokeAll(all)) {
                writer.get();
            }
        }
        subjects.awaitAllTold();

        var told = Told.on(TOPIC);
        assertThat(told.size()).isEqualTo(WRITERS * EVENTS_EACH);
        assertThat(told.firsts()).isEqualTo(subjects.stories());
    }

}
