package newsletter.subscription.erasure;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import newsletter.events.ConsentEvent.SubscriberErased;
import newsletter.events.EventAcknowledged.Kind;
import newsletter.events.EventJson;
import newsletter.outbox.Outbox;
import newsletter.personaldata.EmailAddress;
import newsletter.subscription.acknowledgement.Acknowledgements;
import newsletter.subscription.contact.LentAddresses;
import newsletter.subscription.contact.Subscribers.Known;
import newsletter.subscription.erasure.Erasure.By;

/**
 * Tells the other services to erase a person, and has the last letter sent: whoever did
 * not want it learns of it. The mailer has the address for that letter alone, and not
 * longer than a day.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Farewell {

    static final Duration LENT_FOR = Duration.ofHours(24);

    private final LentAddresses addresses;

    private final Outbox outbox;

    private final Acknowledgements acknowledgements;

    Farewell(LentAddresses addresses, Outbox outbox, Acknowledgements acknowledgements) {
        this.addresses = addresses;
        this.outbox = outbox;
        this.acknowledgements = acknowledgements;
    }

    void bid(Known known, EmailAddress address, By by, Instant now) {
        // Whom a backup has brought back had their letter.
        UUID lent = (by != By.RETENTION) ? this.addresses.lend(address, known.language(), now, now.plus(LENT_FOR))
                : null;
        var erased = new SubscriberErased(UUID.randomUUID(), known.id(), now, by.name().toLowerCase(Locale.ROOT), lent,
                known.language());
        this.outbox.append(erased.topic(), erased.key(), EventJson.write(erased));
        this.acknowledgements.tell(erased, Kind.ERASED, now);
    }

    /** The letter went out, or never will. */
    @Transactional
    void end(UUID lent) {
        this.addresses.takeBack(lent);
    }

}
