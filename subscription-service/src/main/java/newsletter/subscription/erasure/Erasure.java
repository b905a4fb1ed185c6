package newsletter.subscription.erasure;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import newsletter.events.ConsentEvent.WithdrawnBy;
import newsletter.personaldata.EmailAddress;
import newsletter.subscription.consent.Agreements;
import newsletter.subscription.consent.Consents;
import newsletter.subscription.contact.Forgotten;
import newsletter.subscription.contact.Subscribers;
import newsletter.subscription.contact.Subscribers.Known;
import newsletter.subscription.suppression.Suppressions;

/**
 * Erases a person, all of it or nothing. Pressing twice, or twenty times at once, does no
 * more than pressing once. It needs all that know something of a person, hence more parts
 * than others.
 */
@Service
public class Erasure {

    private final Subscribers subscribers;

    private final Consents consents;

    private final Suppressions suppressions;

    private final Farewell farewell;

    private final ApplicationEventPublisher passOn;

    private final Clock clock;

    Erasure(Subscribers subscribers, Consents consents, Suppressions suppressions, Farewell farewell,
            ApplicationEventPublisher passOn, Clock clock) {
        this.subscribers = subscribers;
        this.consents = consents;
        this.suppressions = suppressions;
        this.farewell = farewell;
        this.passOn = passOn;
        this.clock = clock;
    }

    /** Who wants it. */
    public enum By {

        RESIDENT, STAFF, RETENTION

    }

    /**
     * Erases a subscriber; nothing happens if there is none.
     * @param suppress whether the address may not be written to from now on, whoever
     * types it into a form
     */
    @Transactional
    public void erase(UUID subscriberId, By by, boolean suppress) {
        // The lock is against everything else that is decided about them at this moment:
        // what comes later finds nobody.
        this.subscribers.known(subscriberId)
            .ifPresent((known) -> erase(known, this.subscribers.address(subscriberId).orElseThrow(), by, suppress));
    }

    private void erase(Known known, EmailAddress address, By by, boolean suppress) {
        Instant now = this.clock.instant();
        Agreements agreed = this.consents.of(known.id());
        agreed.live()
            .stream()
            .flatMap((consent) -> agreed.withdraw(consent.newsletterId(), WithdrawnBy.ERASURE, now).stream())
            .forEach(this.consents::withdraw);
        this.suppressions.part(address);
        if (suppress) {
            this.suppressions.addErased(address, known.id(), now);
        }
        this.passOn.publishEvent(new Forgotten(known.id(), this.subscribers.letterTags(address)));
        this.subscribers.erase(known.id(), now);
        this.farewell.bid(known, address, by, now);
    }

}
