package newsletter.subscription;

import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

import newsletter.devstack.DevBroker;
import newsletter.devstack.DevDatabase;
import newsletter.devstack.kafka.DevKafka;
import newsletter.events.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Kafka is away before the service starts. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
        // Not to take partitions from the service of the other tests.
        properties = { "spring.kafka.consumer.group-id=start-up-tests", "sign-up.minimum-fill-time=0s" })
@Import({ DevDatabase.class, DevBroker.class })
@DirtiesContext
class StartUpTests {

    @Autowired
    private ApplicationContext context;

    @BeforeAll
    static void stopKafkaBeforeTheServiceStarts() {
        TestKeys.read("forms");
        DevKafka.shared().stop();
    }

    @AfterAll
    static void startKafka() {
        DevKafka.shared().start();
    }

    @Test
    void withoutKafkaItStartsAndTakesSignUpsAndTellsOfThemLater() {
        var visitor = new Visitor(this.context);
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
        assertThat(visitor.signsUp("early@start.example.org", "mayor").statusCode()).isEqualTo(303);
        visitor.post(visitor.confirmLink("early@start.example.org"));
        assertThat(visitor.takes("early@start.example.org")).containsExactly("mayor");

        DevKafka.shared().start();
        String key = visitor.subscriberId("early@start.example.org").toString();
        await().atMost(Duration.ofMinutes(1))
            .ignoreExceptions()
            .untilAsserted(() -> assertThat(Topic.read(Topics.CONSENT_EVENTS, key)).hasSize(2));
        assertThat(Topic.read(Topics.SUBSCRIBER_CONTACTS, key)).hasSize(1);
    }

}
