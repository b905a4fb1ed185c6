package newsletter.audit.integrity;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import newsletter.audit.delivery.DeliveryRows;
import newsletter.audit.delivery.StoredRow;
import newsletter.audit.ledger.Entry;
import newsletter.audit.reading.DeliveryManifest;
import newsletter.audit.reading.RecordReader;
import newsletter.audit.reading.UnreadableRecord;
import newsletter.audit.tree.Hash;
import newsletter.events.DeliveryReport.Row;
import newsletter.events.Event;

/**
 * Looks at one entry: whether its bytes have its hash, and whether the columns by which
 * it is found say what the bytes say. A changed column would hide an entry from the
 * history of its person without touching the tree.
 */
final class EntryAudit {

    private final DeliveryRows rows;

    private final Faults faults;

    EntryAudit(DeliveryRows rows, Faults faults) {
        this.rows = rows;
        this.faults = faults;
    }

    /** What the bytes of an entry say, for its columns. */
    private record Said(UUID eventId, String type, @Nullable UUID subscriberId) {
    }

    /** Returns the hash of the entry's bytes. */
    Hash audit(Entry entry) {
        Hash hash = Hash.ofLeaf(entry.payload());
        if (!hash.equals(entry.leafHash())) {
            this.faults
                .add("The bytes of entry %d do not have the hash that is stored with them.".formatted(entry.index()));
            return hash;
        }
        Optional<Said> said = RecordReader.attempt(() -> read(entry));
        if (!said.equals(Optional.of(new Said(entry.eventId(), entry.type(), entry.subscriberId())))) {
            this.faults.add("What entry %d is filed under is not what its bytes say.".formatted(entry.index()));
        }
        else if (entry.type().equals(DeliveryManifest.TYPE)) {
            rows(entry.index(), DeliveryManifest.read(entry.payload()));
        }
        return hash;
    }

    private static Said read(Entry entry) {
        return switch (entry.type()) {
            case DeliveryManifest.TYPE -> {
                DeliveryManifest manifest = DeliveryManifest.read(entry.payload());
                yield new Said(manifest.reportId(), manifest.type(), null);
            }
            case UnreadableRecord.TYPE -> {
                UnreadableRecord unreadable = UnreadableRecord.read(entry.payload());
                yield new Said(unreadable.eventId(), unreadable.type(), null);
            }
            default -> {
                Event event = RecordReader.event(entry.place().topic(), entry.payload());
                yield new Said(event.eventId(), RecordReader.type(event), RecordReader.subscriber(event));
            }
        };
    }

    private void rows(long index, DeliveryManifest manifest) {
        List<StoredRow> stored = this.rows.of(index);
        boolean whole = stored.size() == manifest.count()
                && DeliveryManifest.rootOf(stored.stream().map(StoredRow::bytes).toList())
                    .toString()
                    .equals(manifest.rowsRoot());
        if (!whole) {
            this.faults
                .add("The deliveries of the report in entry %d are not those that were recorded.".formatted(index));
            return;
        }
        if (!this.rows.isSummedUp(index, manifest.editionId(), manifest.sequence(), manifest.planned())) {
            this.faults.add("The sums of the report in entry %d are not those of its deliveries.".formatted(index));
        }
        for (StoredRow row : stored) {
            if (!isFiledRight(row, manifest)) {
                this.faults.add("What delivery %d of entry %d is filed under is not what its bytes say."
                    .formatted(row.position(), index));
            }
        }
    }

    private static boolean isFiledRight(StoredRow stored, DeliveryManifest manifest) {
        Optional<Row> said = RecordReader.attempt(() -> RecordReader.row(stored.bytes()));
        return said.filter((row) -> row.subscriberId().equals(stored.subscriberId()))
            .filter((row) -> DeliveryRows.name(row.outcome()).equals(stored.outcome()))
            .isPresent() && Objects.equals(stored.editionId(), manifest.editionId());
    }

}
