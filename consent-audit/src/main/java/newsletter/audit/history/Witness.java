package newsletter.audit.history;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import newsletter.audit.checkpoint.Checkpoint;
import newsletter.audit.checkpoint.CheckpointKey;
import newsletter.audit.checkpoint.Checkpoints;
import newsletter.audit.checkpoint.StoredCheckpoint;
import newsletter.audit.delivery.DeliveryRows;
import newsletter.audit.delivery.StoredRow;
import newsletter.audit.ledger.Entry;
import newsletter.audit.ledger.Tiles;
import newsletter.audit.reading.DeliveryManifest;
import newsletter.audit.tree.DamagedTree;
import newsletter.audit.tree.Hash;
import newsletter.audit.tree.InclusionProof;
import newsletter.audit.tree.Proofs;
import newsletter.audit.tree.TiledTree;

/**
 * Checks entries against the newest checkpoint, by its signature and not by the row that
 * it is stored in: whoever could change the entries could change that row as well.
 */
@Component
class Witness {

    private final Checkpoints checkpoints;

    private final CheckpointKey key;

    private final Tiles tiles;

    private final DeliveryRows rows;

    Witness(Checkpoints checkpoints, CheckpointKey key, Tiles tiles, DeliveryRows rows) {
        this.checkpoints = checkpoints;
        this.key = key;
        this.tiles = tiles;
        this.rows = rows;
    }

    /** Ready for the questions of one page. */
    Hearing hearing() {
        Optional<StoredCheckpoint> stored = this.checkpoints.newest();
        Optional<Checkpoint> signed = stored.flatMap(this.key::open);
        return new Hearing(stored.isPresent(), signed, new Proofs(new TiledTree(this.tiles)), this.rows);
    }

    /** Answers from one checkpoint, and reads each tile once. */
    static final class Hearing {

        private final boolean isStored;

        private final Optional<Checkpoint> signed;

        private final Proofs proofs;

        private final DeliveryRows rows;

        private Hearing(boolean isStored, Optional<Checkpoint> signed, Proofs proofs, DeliveryRows rows) {
            this.isStored = isStored;
            this.signed = signed;
            this.proofs = proofs;
            this.rows = rows;
        }

        Optional<Checkpoint> checkpoint() {
            return this.signed;
        }

        Standing of(Entry entry) {
            long size = this.signed.map(Checkpoint::size).orElse(0L);
            if (this.isStored && this.signed.isEmpty()) {
                return Standing.broken(entry.index(), size, "the newest checkpoint does not carry our signature.");
            }
            if (!Hash.ofLeaf(entry.payload()).equals(entry.leafHash())) {
                return Standing.broken(entry.index(), size, "its bytes were changed.");
            }
            if (entry.index() >= size) {
                return Standing.notYet(entry.index(), size);
            }
            try {
                boolean leads = proof(entry.index(), size).leadsTo(this.signed.orElseThrow().root(), entry.leafHash());
                return leads ? Standing.signed(entry.index(), size)
                        : Standing.broken(entry.index(), size, "its hash does not lead to the root that was signed.");
            }
            catch (DamagedTree ex) {
                return Standing.broken(entry.index(), size, "the tree is damaged.");
            }
        }

        /** A row is as good as the manifest that its report's root stands in. */
        Standing of(StoredRow row, Entry manifest) {
            Standing standing = of(manifest);
            List<byte[]> report = this.rows.of(row.leafIndex()).stream().map(StoredRow::bytes).toList();
            String signedRoot = DeliveryManifest.read(manifest.payload()).rowsRoot();
            if (!standing.isBroken() && !DeliveryManifest.rootOf(report).toString().equals(signedRoot)) {
                return Standing.broken(manifest.index(), standing.size(),
                        "the rows of its report are not those that were reported.");
            }
            return standing;
        }

        InclusionProof proof(long index, long size) {
            return this.proofs.inclusion(index, size);
        }

    }

}
