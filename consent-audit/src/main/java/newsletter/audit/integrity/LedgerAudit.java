package newsletter.audit.integrity;

import java.util.List;

import org.springframework.stereotype.Component;

import newsletter.audit.checkpoint.CheckpointKey;
import newsletter.audit.checkpoint.Checkpoints;
import newsletter.audit.checkpoint.StoredCheckpoint;
import newsletter.audit.delivery.DeliveryRows;
import newsletter.audit.ledger.Entries;
import newsletter.audit.ledger.Entry;
import newsletter.audit.ledger.Head;
import newsletter.audit.ledger.LedgerHead;
import newsletter.audit.ledger.Tiles;
import newsletter.audit.tree.DamagedTree;
import newsletter.audit.tree.Frontier;

/**
 * Recomputes the whole ledger: every entry from its bytes, every tile from the entries,
 * every signed root, and the head. What is appended meanwhile is left to the next time.
 */
@Component
class LedgerAudit {

    /** As many as are held in memory at once. */
    private static final int CHUNK = 500;

    private final LedgerHead head;

    private final Entries entries;

    private final DeliveryRows rows;

    private final Tiles tiles;

    private final Checkpoints checkpoints;

    private final CheckpointKey key;

    LedgerAudit(LedgerHead head, Entries entries, DeliveryRows rows, Tiles tiles, Checkpoints checkpoints,
            CheckpointKey key) {
        this.head = head;
        this.entries = entries;
        this.rows = rows;
        this.tiles = tiles;
        this.checkpoints = checkpoints;
        this.key = key;
    }

    /** What came of it. */
    record Finding(long size, List<String> faults) {
    }

    Finding audit() {
        var faults = new Faults();
        try {
            // Before the head: one that is signed meanwhile may be ahead of what is read.
            StoredCheckpoint newest = this.checkpoints.newest().orElse(null);
            Head head = this.head.read();
            if (newest != null) {
                audit(newest, head, faults);
            }
            audit(head, faults);
            return new Finding(head.size(), faults.all());
        }
        catch (DamagedTree ex) {
            faults.add(ex.why());
            return new Finding(0, faults.all());
        }
    }

    private void audit(StoredCheckpoint newest, Head head, Faults faults) {
        if (this.key.open(newest).isEmpty()) {
            faults.add(this.key.doesNotKnow(newest));
        }
        if (newest.size() > head.size()) {
            faults.add("%d entries were signed, and the ledger has %d: it was rolled back.".formatted(newest.size(),
                    head.size()));
        }
    }

    private void audit(Head head, Faults faults) {
        var frontier = new Frontier();
        var tileAudit = new TileAudit(this.tiles, faults);
        var entryAudit = new EntryAudit(this.rows, faults);
        for (long from = 0; from < head.size(); from += CHUNK) {
            long to = Math.min(head.size(), from + CHUNK);
            List<Entry> chunk = this.entries.between(from, to);
            if (chunk.size() != to - from) {
                // Whatever follows would be hashed at the wrong place.
                faults
                    .add("Of the entries %d to %d, %d are missing.".formatted(from, to - 1, to - from - chunk.size()));
                return;
            }
            List<StoredCheckpoint> signed = this.checkpoints.between(from, to);
            for (Entry entry : chunk) {
                frontier.append(entryAudit.audit(entry));
                tileAudit.add(entry.leafHash());
                signed.stream()
                    .filter((checkpoint) -> checkpoint.size() == frontier.size())
                    .filter((checkpoint) -> !checkpoint.root().equals(frontier.root()))
                    .forEach((checkpoint) -> faults
                        .add("The first %d entries are not those that were signed.".formatted(checkpoint.size())));
            }
        }
        tileAudit.finish();
        if (!frontier.root().equals(head.root())) {
            faults.add("The %d entries do not have the root that the head of the ledger says.".formatted(head.size()));
        }
        long behind = this.entries.countBehindHead();
        if (behind > 0) {
            faults.add("There are %d entries behind the head of the ledger, which it does not know.".formatted(behind));
        }
    }

}
