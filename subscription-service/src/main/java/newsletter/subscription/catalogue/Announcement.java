package newsletter.subscription.catalogue;

import java.time.Clock;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import newsletter.events.EventJson;
import newsletter.events.NewsletterPublished;
import newsletter.outbox.Outbox;

/**
 * Tells the other services of each newsletter that is not as they were last told: when
 * staff have published something, and when the service starts, since a migration may have
 * changed newsletters as well.
 */
@Component
public class Announcement implements ApplicationRunner {

    private final Publications publications;

    private final Outbox outbox;

    private final Clock clock;

    Announcement(Publications publications, Outbox outbox, Clock clock) {
        this.publications = publications;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        tell();
    }

    /** In the transaction of what is told. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell() {
        for (Publication publication : this.publications.findAndLock()) {
            if (!publication.isTold()) {
                NewsletterPublished event = publication.event(this.clock.instant());
                this.outbox.append(event.topic(), event.key(), EventJson.write(event));
                this.publications.told(publication);
            }
        }
    }

}
