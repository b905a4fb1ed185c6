package newsletter.subscription;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import newsletter.devstack.kafka.DevKafka;
import newsletter.events.ConsentEvent;
import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.ConsentWithdrawn;
import newsletter.events.ConsentEvent.SubscriptionRequested;
import newsletter.events.Event;
import newsletter.events.EventJson;
import newsletter.events.NewsletterPublished;
import newsletter.events.SubscriberContact;
import newsletter.events.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SiteTest
class ToldTests {

    @Autowired
    private Visitor visitor;

    private static <E extends Event> List<E> told(String topic, Object key, Class<E> type) {
        List<@Nullable String> records = Topic.read(topic, key.toString());
        return records.stream().map(Objects::requireNonNull).map((json) -> EventJson.read(json, type)).toList();
    }

    private static void awaitTold(UUID subscriber, Class<?>... types) {
        await().untilAsserted(() -> assertThat(told(Topics.CONSENT_EVENTS, subscriber, ConsentEvent.class))
            .hasExactlyElementsOfTypes(types));
    }

    @Test
    void whatAPersonDoesIsToldInTheOrderInWhichTheyDidIt() {
        this.visitor.signsUp("ada@told.example.org", "mayor");
        this.visitor.post(this.visitor.confirmLink("ada@told.example.org"));
        this.visitor.post(this.visitor.unsubscribeLink("ada@told.example.org", "mayor"));
        awaitTold(this.visitor.subscriberId("ada@told.example.org"), SubscriptionRequested.class, ConsentGiven.class,
                ConsentWithdrawn.class);
    }

    @Test
    void c31TheTopicsDoNotSayTheAddress() {
        this.visitor.signsUp("Secret.Person@told.example.org", "mayor");
        String key = this.visitor.subscriberId("secret.person@told.example.org").toString();
        await().untilAsserted(() -> assertThat(Topic.read(Topics.SUBSCRIBER_CONTACTS, key)).isNotEmpty());
        await().untilAsserted(() -> assertThat(Topic.read(Topics.CONSENT_EVENTS, key)).isNotEmpty());
        assertThat(Topic.read(Topics.SUBSCRIBER_CONTACTS, key) + "" + Topic.read(Topics.CONSENT_EVENTS, key))
            .doesNotContainIgnoringCase("secret", "told.example");
        assertThat(told(Topics.SUBSCRIBER_CONTACTS, key, SubscriberContact.class)).hasSize(1);
    }

    @Test
    void theNewslettersAreToldWhenTheServiceStarts() {
        await().untilAsserted(() -> assertThat(told(Topics.NEWSLETTERS, "mayor", NewsletterPublished.class)).first()
            .satisfies((mayor) -> assertThat(mayor.wordings()).hasSizeGreaterThanOrEqualTo(3)));
    }

    @Test
    void withoutKafkaPeopleSignUpConfirmAndLeaveAndItIsToldLater() {
        DevKafka.shared().stop();
        try {
            assertThat(this.visitor.signsUp("later@told.example.org", "mayor").statusCode()).isEqualTo(303);
            this.visitor.post(this.visitor.confirmLink("later@told.example.org"));
            assertThat(this.visitor.takes("later@told.example.org")).containsExactly("mayor");
            this.visitor.post(this.visitor.unsubscribeLink("later@told.example.org", "mayor"));
        }
        finally {
            DevKafka.shared().start();
        }
        awaitTold(this.visitor.subscriberId("later@told.example.org"), SubscriptionRequested.class, ConsentGiven.class,
                ConsentWithdrawn.class);
    }

}
