package newsletter.audit.history;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import newsletter.audit.delivery.DeliveryRows;
import newsletter.audit.delivery.StoredRow;
import newsletter.audit.evidence.Evidence;
import newsletter.audit.evidence.Prover;
import newsletter.audit.ledger.Entries;
import newsletter.audit.ledger.Entry;
import newsletter.audit.reading.DeliveryManifest;
import newsletter.audit.reading.RecordReader;
import newsletter.audit.reading.UnreadableRecord;

/** Shows entries: those about a person only to who looks at that person. */
@Component
class EntryPages {

    /** What is about nobody, and needs no reason to be seen. */
    private static final Set<String> IMPERSONAL = Set.of(RecordReader.NEWSLETTER_PUBLISHED,
            RecordReader.EDITION_PUBLISHED, DeliveryManifest.TYPE, UnreadableRecord.TYPE);

    private final Entries entries;

    private final DeliveryRows rows;

    private final Evidence evidence;

    EntryPages(Entries entries, DeliveryRows rows, Evidence evidence) {
        this.entries = entries;
        this.rows = rows;
        this.evidence = evidence;
    }

    /** An entry that is about nobody. */
    Optional<EntryPage> impersonal(long index) {
        return this.entries.at(index)
            .filter((entry) -> IMPERSONAL.contains(entry.type()))
            .map((entry) -> page(entry, null));
    }

    /** An entry that is about this person. */
    Optional<EntryPage> about(UUID subscriberId, long index) {
        return this.entries.at(index)
            .filter((entry) -> subscriberId.equals(entry.subscriberId()))
            .map((entry) -> page(entry, null));
    }

    /** A delivery to this person. */
    Optional<EntryPage> about(UUID subscriberId, long index, int position) {
        return this.rows.at(index, position)
            .filter((row) -> row.subscriberId().equals(subscriberId))
            .flatMap((row) -> this.entries.at(index).map((entry) -> page(entry, row)));
    }

    EntryPage of(Entry entry) {
        return page(entry, null);
    }

    private EntryPage page(Entry entry, @Nullable StoredRow row) {
        Prover prover = this.evidence.prover();
        return new EntryPage(entry, row, (row != null) ? prover.of(row) : prover.of(entry),
                prover.checkpoint().orElse(null));
    }

}
