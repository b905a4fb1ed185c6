package newsletter.audit.history;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import newsletter.audit.delivery.DeliveryRows;
import newsletter.audit.delivery.StoredRow;
import newsletter.audit.evidence.Evidence;
import newsletter.audit.evidence.Prover;
import newsletter.audit.history.Line.Words;
import newsletter.audit.integrity.Check;
import newsletter.audit.integrity.LedgerCheck;
import newsletter.audit.ledger.Entries;
import newsletter.audit.ledger.Entry;
import newsletter.audit.person.Held;
import newsletter.audit.person.People;
import newsletter.audit.reading.DeliveryManifest;
import newsletter.audit.reading.RecordReader;
import newsletter.events.DeliveryReport.Row;
import newsletter.events.Event;

/**
 * Tells the history of a person. It needs more parts than others do: this is where all
 * that is known comes together.
 */
@Component
class Histories {

    private final Entries entries;

    private final DeliveryRows rows;

    private final Publications publications;

    private final People people;

    private final Evidence evidence;

    private final CityTime time;

    private final LedgerCheck check;

    private final Clock clock;

    Histories(Entries entries, DeliveryRows rows, Publications publications, People people, Evidence evidence,
            CityTime time, LedgerCheck check, Clock clock) {
        this.entries = entries;
        this.rows = rows;
        this.publications = publications;
        this.people = people;
        this.evidence = evidence;
        this.time = time;
        this.check = check;
        this.clock = clock;
    }

    PersonHistory of(UUID subscriberId) {
        var records = new PersonRecords(this.entries.about(subscriberId), this.rows.about(subscriberId));
        Catalogue catalogue = this.publications.catalogue(records.editions());
        Held held = this.people.heldOf(subscriberId);
        Prover prover = this.evidence.prover();
        var narrator = new Narrator(catalogue, held, this.time, records.requests());
        var history = new PersonHistory(subscriberId, held, this.check.last().map(Check::isIntact).orElse(true),
                List.of(), lines(records, narrator, prover), prover.checkpoint().orElse(null),
                this.entries.newestRecordedAt().orElse(null));
        return history.isReliable() ? history.with(answers(records, catalogue)) : history;
    }

    private List<PersonHistory.Answer> answers(PersonRecords records, Catalogue catalogue) {
        var answers = new Answers(catalogue, this.time);
        return MayWeWrite.decide(records.consents(), this.clock.instant()).stream().map(answers::tell).toList();
    }

    private List<Line> lines(PersonRecords records, Narrator narrator, Prover prover) {
        List<Line> lines = new ArrayList<>();
        records.entries().forEach((entry) -> lines.add(line(entry, records.event(entry), narrator, prover)));
        records.rows().forEach((row) -> lines.add(line(row, narrator, prover)));
        lines.sort(Comparator.comparing(Line::at).thenComparingLong((line) -> line.standing().index()));
        return List.copyOf(lines);
    }

    private static Line line(Entry entry, Optional<Event> event, Narrator narrator, Prover prover) {
        Words words = event.map(narrator::tell)
            .orElseGet(() -> Words.of("This entry can no longer be read", List.of()));
        return new Line(event.map(Event::occurredAt).orElse(entry.occurredAt()), entry.recordedAt(), words,
                String.valueOf(entry.index()), prover.of(entry));
    }

    private Line line(StoredRow stored, Narrator narrator, Prover prover) {
        Optional<Entry> report = this.entries.at(stored.leafIndex());
        Optional<DeliveryManifest> manifest = report
            .flatMap((entry) -> RecordReader.attempt(() -> DeliveryManifest.read(entry.payload())));
        Optional<Row> row = RecordReader.attempt(() -> RecordReader.row(stored.bytes()));
        Words words = row.map((said) -> narrator.tell(said, manifest.orElse(null)))
            .orElseGet(() -> Words.of("This delivery can no longer be read", List.of()));
        return new Line(row.map(Row::at).orElse(stored.at()), report.map(Entry::recordedAt).orElse(stored.at()), words,
                stored.leafIndex() + "/rows/" + stored.position(), prover.of(stored));
    }

}
