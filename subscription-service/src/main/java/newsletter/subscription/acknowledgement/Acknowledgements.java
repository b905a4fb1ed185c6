package newsletter.subscription.acknowledgement;

import java.time.Instant;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import newsletter.events.ConsentEvent;
import newsletter.events.EventAcknowledged;
import newsletter.events.EventAcknowledged.Kind;
import newsletter.events.EventJson;
import newsletter.outbox.Outbox;

/**
 * Tells that we have done what an event asks of every service. Here an event is told in
 * the transaction that does it, so that both are told once.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Acknowledgements {

    private static final String SERVICE = "subscription-service";

    private final Outbox outbox;

    Acknowledgements(Outbox outbox) {
        this.outbox = outbox;
    }

    public void tell(ConsentEvent about, Kind kind, Instant now) {
        var done = new EventAcknowledged(UUID.randomUUID(), about.subscriberId(), now, SERVICE, about.eventId(), kind);
        this.outbox.append(done.topic(), done.key(), EventJson.write(done));
    }

}
