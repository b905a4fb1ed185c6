package newsletter.audit.person;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import newsletter.events.EventJson;
import newsletter.events.SubscriberContact;
import newsletter.events.Topics;
import newsletter.inbox.Unreadable;

/**
 * Keeps the contacts. They never enter the ledger, which cannot forget; a tombstone
 * erases one.
 */
@Component
class ContactListener {

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9-]{1,35}");

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    private final Contacts contacts;

    ContactListener(Contacts contacts) {
        this.contacts = contacts;
    }

    @KafkaListener(id = "contacts", idIsGroup = false, topics = Topics.SUBSCRIBER_CONTACTS)
    void on(ConsumerRecord<String, String> record) {
        String contact = record.value();
        if (contact == null) {
            this.contacts.erase(subscriber(record.key()));
        }
        else {
            keep(read(contact));
        }
    }

    /** An address that is there for one letter is nobody's whom an officer could find. */
    private void keep(SubscriberContact contact) {
        if (contact.lentUntil() == null) {
            this.contacts.put(contact);
        }
    }

    /** What the database would refuse later would hold up all that comes behind it. */
    private static SubscriberContact read(String json) {
        SubscriberContact contact = EventJson.read(json, SubscriberContact.class);
        if (!LANGUAGE.matcher(contact.language()).matches()) {
            throw new Unreadable("its language is no language");
        }
        if (contact.occurredAt().isBefore(EARLIEST) || contact.occurredAt().isAfter(LATEST)) {
            throw new Unreadable("its time is no time");
        }
        try {
            Base64.Decoder base64 = Base64.getDecoder();
            base64.decode(contact.address());
            base64.decode(contact.salt());
            base64.decode(contact.tag());
        }
        catch (IllegalArgumentException ex) {
            // Without its message, which may quote the record.
            throw new Unreadable("it is not Base64");
        }
        return contact;
    }

    private static UUID subscriber(@Nullable String key) {
        try {
            return UUID.fromString(String.valueOf(key));
        }
        catch (IllegalArgumentException ex) {
            throw new Unreadable("its key is no subscriber");
        }
    }

}
