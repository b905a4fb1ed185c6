package newsletter.mailer.audience;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import newsletter.events.ConsentEvent.SubscriberErased;
import newsletter.events.EventAcknowledged.Kind;

/**
 * Forgets how a person is reached, and says so. The tombstone of their contact does the
 * first as well; the two topics have no common order.
 */
@Service
class Erasure {

    private final Contacts contacts;

    private final Acknowledgements acknowledgements;

    Erasure(Contacts contacts, Acknowledgements acknowledgements) {
        this.contacts = contacts;
        this.acknowledgements = acknowledgements;
    }

    /** In the transaction that takes the event in, with all that others do about it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(SubscriberErased erased) {
        this.contacts.erase(erased);
        this.acknowledgements.tell(erased, Kind.ERASED);
    }

}
