package newsletter.audit.ingest;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import newsletter.audit.ledger.Entries;
import newsletter.audit.ledger.Entry;
import newsletter.audit.ledger.Ledger;
import newsletter.audit.ledger.LedgerHead;
import newsletter.audit.ledger.NewEntry;
import newsletter.audit.ledger.Place;
import newsletter.audit.reading.Reading;
import newsletter.audit.reading.UnreadableRecord;

/** Takes a batch into the ledger in one transaction, with all that is derived from it. */
@Component
class Intake {

    private final LedgerHead head;

    private final Entries entries;

    private final Ledger ledger;

    private final Derived derived;

    private final Clock clock;

    Intake(LedgerHead head, Entries entries, Ledger ledger, Derived derived, Clock clock) {
        this.head = head;
        this.entries = entries;
        this.ledger = ledger;
        this.derived = derived;
        this.clock = clock;
    }

    /**
     * Takes what is new, up to the first record that has to be put aside, which is
     * recorded as well: the caller puts it aside and comes again with the rest.
     */
    @Transactional
    Sieve.Sifted take(List<Reading> batch) {
        // First the lock: what is known must not change between asking and appending.
        this.head.lock();
        Sieve.Sifted sifted = Sieve.sift(batch, this.entries.recorded(eventIds(batch), places(batch)));
        List<Entry> appended = this.ledger.append(sifted.fresh().stream().map(this::entry).toList());
        for (int at = 0; at < appended.size(); at++) {
            if (sifted.fresh().get(at) instanceof Reading.Understood understood) {
                this.derived.add(appended.get(at).index(), understood);
            }
        }
        return sifted;
    }

    private NewEntry entry(Reading reading) {
        return switch (reading) {
            case Reading.Understood understood -> understood.entry();
            case Reading.Unreadable unreadable ->
                UnreadableRecord.entry(unreadable, this.clock.instant().truncatedTo(ChronoUnit.MILLIS));
        };
    }

    private static Collection<UUID> eventIds(List<Reading> batch) {
        List<UUID> eventIds = new ArrayList<>();
        for (Reading reading : batch) {
            if (reading instanceof Reading.Understood understood) {
                eventIds.add(understood.entry().eventId());
            }
        }
        return eventIds;
    }

    private static Collection<Place> places(List<Reading> batch) {
        return batch.stream().map(Reading::place).toList();
    }

}
