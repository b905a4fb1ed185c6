package newsletter.mailer.audience;

import java.time.Instant;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import newsletter.events.ConsentEvent;
import newsletter.events.EventJson;
import newsletter.events.NewsletterPublished;
import newsletter.events.SubscriberContact;
import newsletter.events.Topics;
import newsletter.inbox.Unreadable;

/**
 * Reads the topics of subscription-service. Safe to repeat: Kafka's offset moves on only
 * after a record is in the database, and there a second time changes nothing.
 */
@Component
class TopicListener {

    private final Intake intake;

    TopicListener(Intake intake) {
        this.intake = intake;
    }

    @KafkaListener(topics = Topics.CONSENT_EVENTS)
    void onConsent(String json) {
        this.intake.take(EventJson.read(json, ConsentEvent.class));
    }

    /** A record without a value is a tombstone. */
    @KafkaListener(topics = Topics.SUBSCRIBER_CONTACTS)
    void onContact(ConsumerRecord<String, @Nullable String> contact) {
        String json = contact.value();
        if (json == null) {
            this.intake.takeErasure(subscriber(contact.key()), Instant.ofEpochMilli(contact.timestamp()));
        }
        else {
            this.intake.take(EventJson.read(json, SubscriberContact.class));
        }
    }

    private static UUID subscriber(String key) {
        try {
            return UUID.fromString(key);
        }
        catch (IllegalArgumentException ex) {
            throw new Unreadable("The key is no subscriber's id");
        }
    }

    @KafkaListener(topics = Topics.NEWSLETTERS)
    void onNewsletter(String json) {
        this.intake.take(EventJson.read(json, NewsletterPublished.class));
    }

}
