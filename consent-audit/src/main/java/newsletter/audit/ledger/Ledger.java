package newsletter.audit.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import newsletter.audit.tree.DamagedTree;
import newsletter.audit.tree.Frontier;
import newsletter.audit.tree.Hash;
import newsletter.audit.tree.TiledTree;

/**
 * Appends to the log, in the caller's transaction: entries, tiles and head together, so
 * that a crash at any line leaves nothing behind.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Ledger {

    private final LedgerHead head;

    private final Tiles tiles;

    private final Entries entries;

    private final Clock clock;

    Ledger(LedgerHead head, Tiles tiles, Entries entries, Clock clock) {
        this.head = head;
        this.tiles = tiles;
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * Appends these in their order. The lock on the head lasts until the transaction
     * ends: take it with {@link LedgerHead#lock()} before asking what is known, or two
     * writers would both find a record new.
     * @throws DamagedTree if the stored tree is not the one that the head speaks of: it
     * must not be built upon
     */
    public List<Entry> append(List<NewEntry> added) {
        if (added.isEmpty()) {
            return List.of();
        }
        Head old = this.head.lock();
        var tree = new TiledTree(this.tiles);
        Frontier frontier = frontier(tree, old);
        Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Entry> appended = new ArrayList<>(added.size());
        for (NewEntry entry : added) {
            appended.add(Entry.of(frontier.size(), now, entry));
            frontier.append(appended.getLast().leafHash());
        }
        List<Hash> leaves = appended.stream().map(Entry::leafHash).toList();
        this.entries.add(appended);
        this.tiles.write(tree.append(old.size(), leaves));
        this.head.move(old, new Head(frontier.size(), frontier.root()));
        return appended;
    }

    /** Read anew from what is stored, never carried over in memory. */
    private static Frontier frontier(TiledTree tree, Head head) {
        Frontier frontier = tree.frontier(head.size());
        if (!frontier.root().equals(head.root())) {
            throw new DamagedTree(("The stored tree of %d entries has the root %s, and its head says %s: one of them "
                    + "was changed. Nothing is appended until this is explained.")
                .formatted(head.size(), frontier.root(), head.root()));
        }
        return frontier;
    }

}
