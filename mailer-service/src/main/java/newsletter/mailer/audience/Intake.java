package newsletter.mailer.audience;

import java.time.Instant;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import newsletter.events.ConsentEvent;
import newsletter.events.NewsletterPublished;
import newsletter.events.SubscriberContact;

/**
 * Takes in what the other services tell. Each record is one transaction, and a fact about
 * consent is passed on within it to those in this service who act on it.
 */
@Service
@Transactional
class Intake {

    private final Consents consents;

    private final Holds holds;

    private final Contacts contacts;

    private final Newsletters newsletters;

    private final ApplicationEventPublisher passOn;

    Intake(Consents consents, Holds holds, Contacts contacts, Newsletters newsletters,
            ApplicationEventPublisher passOn) {
        this.consents = consents;
        this.holds = holds;
        this.contacts = contacts;
        this.newsletters = newsletters;
        this.passOn = passOn;
    }

    void take(ConsentEvent event) {
        this.consents.learn(event);
        this.holds.learn(event);
        this.passOn.publishEvent(event);
    }

    void take(SubscriberContact contact) {
        this.contacts.learn(contact);
    }

    void takeErasure(UUID subscriberId, Instant at) {
        this.contacts.erase(subscriberId, at);
    }

    void take(NewsletterPublished newsletter) {
        this.newsletters.learn(newsletter);
    }

}
