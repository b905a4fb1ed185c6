package newsletter.audit.history;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import newsletter.audit.ledger.Entries;
import newsletter.audit.ledger.Entry;
import newsletter.audit.reading.RecordReader;
import newsletter.events.EditionPublished;
import newsletter.events.NewsletterPublished;
import newsletter.events.Topics;

/** Reads from the ledger what was published. */
@Component
public class Publications {

    private final Entries entries;

    Publications(Entries entries) {
        this.entries = entries;
    }

    /** All newsletters with all their wordings, and these editions. */
    Catalogue catalogue(Collection<UUID> editions) {
        var catalogue = new Catalogue();
        for (Entry entry : this.entries.newestOf(RecordReader.NEWSLETTER_PUBLISHED)) {
            RecordReader.attempt(() -> (NewsletterPublished) RecordReader.event(Topics.NEWSLETTERS, entry.payload()))
                .ifPresent(catalogue::add);
        }
        editions.forEach((id) -> entryOf(id).flatMap(Publications::edition).ifPresent(catalogue::add));
        return catalogue;
    }

    /** The newest entry of an edition. */
    Optional<Entry> entryOf(UUID editionId) {
        return this.entries.newestOf(RecordReader.EDITION_PUBLISHED, editionId.toString());
    }

    static Optional<EditionPublished> edition(Entry entry) {
        return RecordReader.attempt(() -> (EditionPublished) RecordReader.event(Topics.EDITIONS, entry.payload()));
    }

    /** An edition's title, if it was published. */
    public Optional<String> titleOf(UUID editionId) {
        return entryOf(editionId).flatMap(Publications::edition).map(EditionPublished::title);
    }

    /** A newsletter's name, or its id if it was never published. */
    public String nameOf(String newsletterId) {
        return catalogue(List.of()).name(newsletterId);
    }

}
