package newsletter.audit.history;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import newsletter.audit.delivery.DeliveryRows;
import newsletter.audit.delivery.StoredRow;
import newsletter.audit.ledger.Entries;
import newsletter.audit.ledger.Entry;
import newsletter.audit.person.People;
import newsletter.audit.reading.RecordReader;
import newsletter.events.ConsentEvent;
import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.EditionPublished;
import newsletter.events.Event;
import newsletter.events.NewsletterPublished;
import newsletter.events.Topics;

/** Reads one person's history from the ledger, and has every line of it checked. */
@Service
public class History {

    private final Entries entries;

    private final DeliveryRows rows;

    private final People people;

    private final Witness witness;

    private final Times times;

    private final Clock clock;

    History(Entries entries, DeliveryRows rows, People people, Witness witness, Times times, Clock clock) {
        this.entries = entries;
        this.rows = rows;
        this.people = people;
        this.witness = witness;
        this.times = times;
        this.clock = clock;
    }

    /**
     * All there is. One snapshot of the database, so that a checkpoint and the tree that
     * it speaks of are seen together.
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Person of(UUID subscriberId) {
        Witness.Hearing hearing = this.witness.hearing();
        var wordings = new Wordings(newsletters());
        var story = new Story(wordings, this.times);
        List<Moment> moments = new ArrayList<>();
        List<ConsentEvent> consents = new ArrayList<>();
        for (Entry entry : this.entries.about(subscriberId)) {
            Event event = RecordReader.event(entry.place().topic(), entry.payload());
            if (event instanceof ConsentEvent consent) {
                consents.add(consent);
            }
            moments.add(story.of(entry, event, hearing.of(entry)));
        }
        for (StoredRow row : this.rows.about(subscriberId)) {
            Entry manifest = this.entries.at(row.leafIndex()).orElseThrow();
            moments.add(story.mailed(manifest, RecordReader.row(row.bytes()), edition(row.editionId()),
                    hearing.of(row, manifest)));
        }
        moments.sort(Comparator.comparing(Moment::at).thenComparing(Moment::entry));
        return new Person(subscriberId, this.people.addressOf(subscriberId), isBound(subscriberId, consents),
                Answer.of(consents, wordings, this.clock.instant(), this.times), moments, hearing.checkpoint());
    }

    private List<NewsletterPublished> newsletters() {
        return this.entries.newestOf("newsletter-published")
            .stream()
            .map((entry) -> (NewsletterPublished) RecordReader.event(Topics.NEWSLETTERS, entry.payload()))
            .toList();
    }

    private @Nullable EditionPublished edition(UUID editionId) {
        return this.entries.newestOf("edition-published", editionId.toString())
            .map((entry) -> (EditionPublished) RecordReader.event(Topics.EDITIONS, entry.payload()))
            .orElse(null);
    }

    /** Opens the commitment of each consent with the address and salt that are held. */
    private boolean isBound(UUID subscriberId, List<ConsentEvent> consents) {
        Optional<String> commitment = this.people.commitmentOf(subscriberId);
        return commitment.isPresent() && consents.stream()
            .filter(ConsentGiven.class::isInstance)
            .map(ConsentGiven.class::cast)
            .allMatch((given) -> given.addressCommitment().equals(commitment.get()));
    }

}
