package newsletter.audit.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import newsletter.audit.delivery.StoredRow;
import newsletter.audit.ledger.Entry;
import newsletter.audit.reading.RecordReader;
import newsletter.events.ConsentEvent;
import newsletter.events.ConsentEvent.SubscriptionRequested;
import newsletter.events.Event;

/** The entries and rows about one person, and what can be read in them. */
final class PersonRecords {

    private final List<Entry> entries;

    private final List<StoredRow> rows;

    /** By index, in that order. An entry that was tampered with may say nothing. */
    private final Map<Long, Event> events = new LinkedHashMap<>();

    PersonRecords(List<Entry> entries, List<StoredRow> rows) {
        this.entries = entries;
        this.rows = rows;
        for (Entry entry : entries) {
            RecordReader.attempt(() -> RecordReader.event(entry.place().topic(), entry.payload()))
                .ifPresent((event) -> this.events.put(entry.index(), event));
        }
    }

    List<Entry> entries() {
        return this.entries;
    }

    List<StoredRow> rows() {
        return this.rows;
    }

    Optional<Event> event(Entry entry) {
        return Optional.ofNullable(this.events.get(entry.index()));
    }

    List<UUID> editions() {
        return this.rows.stream().map(StoredRow::editionId).distinct().toList();
    }

    /** By id, as letters name them. */
    Map<String, SubscriptionRequested> requests() {
        Map<String, SubscriptionRequested> requests = new HashMap<>();
        for (Event event : this.events.values()) {
            if (event instanceof SubscriptionRequested requested) {
                requests.put(requested.requestId().toString(), requested);
            }
        }
        return requests;
    }

    /**
     * What the person did, the first act first; of two at once, as they were recorded.
     */
    List<ConsentEvent> consents() {
        List<ConsentEvent> consents = new ArrayList<>();
        for (Event event : this.events.values()) {
            if (event instanceof ConsentEvent consent) {
                consents.add(consent);
            }
        }
        consents.sort(Comparator.comparing(ConsentEvent::occurredAt));
        return consents;
    }

}
