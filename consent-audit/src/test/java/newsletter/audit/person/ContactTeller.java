package newsletter.audit.person;

import java.util.UUID;

import newsletter.events.SubscriberContact;

/** Tells of contacts without a Kafka in between. */
public class ContactTeller {

    private final Contacts contacts;

    ContactTeller(Contacts contacts) {
        this.contacts = contacts;
    }

    public void tell(SubscriberContact contact) {
        this.contacts.put(contact);
    }

    public void erase(UUID subscriberId) {
        this.contacts.erase(subscriberId);
    }

}
