package newsletter.mailer.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.awaitility.Awaitility;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import newsletter.mailer.Person;
import newsletter.mailer.World;
import newsletter.mailer.audience.Newsletters;
import newsletter.mailer.rendering.MailRenderer;

/**
 * Writes and starts editions as the staff desk does, and hears when they are finished.
 */
public class Desk {

    private final World world;

    private final Newsletters newsletters;

    private final MailRenderer renderer;

    private final Deliveries deliveries;

    private final TransactionTemplate transaction;

    private final List<MailingFinished> finished = new CopyOnWriteArrayList<>();

    Desk(World world, Newsletters newsletters, MailRenderer renderer, Deliveries deliveries,
            PlatformTransactionManager transactions) {
        this.world = world;
        this.newsletters = newsletters;
        this.renderer = renderer;
        this.deliveries = deliveries;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener
    void on(MailingFinished event) {
        this.finished.add(event);
    }

    /** A newsletter that the mailer knows of. */
    public String newNewsletter() {
        String id = Person.newNewsletter();
        this.world.tell(Person.published(id, 1, Instant.now()));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> this.newsletters.find(id).isPresent());
        return id;
    }

    public Mailing mailing(String newsletterId) {
        var rendering = this.renderer.render(this.newsletters.find(newsletterId).orElseThrow(), "A new bridge – öpen",
                "Dear residents,\n\nthe new bridge **is open** – at last.\n");
        return new Mailing(UUID.randomUUID(), newsletterId, 1, rendering.mail());
    }

    /** Starts an edition; its id. */
    public UUID start(String newsletterId) {
        Mailing mailing = mailing(newsletterId);
        start(mailing);
        return mailing.editionId();
    }

    public void start(Mailing mailing) {
        this.transaction.executeWithoutResult((_) -> this.deliveries.start(mailing));
    }

    public Progress awaitFinished(UUID editionId) {
        Awaitility.await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> this.deliveries.progress(editionId).finishedAt() != null);
        return this.deliveries.progress(editionId);
    }

    public List<MailingFinished> heardOf(UUID editionId) {
        return this.finished.stream().filter((event) -> event.editionId().equals(editionId)).toList();
    }

}
