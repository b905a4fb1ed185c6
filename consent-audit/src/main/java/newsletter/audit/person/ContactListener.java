package newsletter.audit.person;

import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import newsletter.events.EventJson;
import newsletter.events.SubscriberContact;
import newsletter.events.Topics;

/**
 * Keeps the contacts. They never enter the ledger, which cannot forget; a tombstone
 * erases one.
 */
@Component
class ContactListener {

    private final Contacts contacts;

    ContactListener(Contacts contacts) {
        this.contacts = contacts;
    }

    @KafkaListener(id = "contacts", idIsGroup = false, topics = Topics.SUBSCRIBER_CONTACTS)
    void on(ConsumerRecord<String, String> record) {
        String contact = record.value();
        if (contact == null) {
            this.contacts.erase(UUID.fromString(record.key()));
        }
        else {
            this.contacts.put(EventJson.read(contact, SubscriberContact.class));
        }
    }

}
