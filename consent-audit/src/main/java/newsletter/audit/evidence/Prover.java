package newsletter.audit.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import newsletter.audit.checkpoint.Checkpoint;
import newsletter.audit.checkpoint.StoredCheckpoint;
import newsletter.audit.delivery.DeliveryRows;
import newsletter.audit.delivery.StoredRow;
import newsletter.audit.evidence.Standing.Broken;
import newsletter.audit.evidence.Standing.Proved;
import newsletter.audit.evidence.Standing.Unsigned;
import newsletter.audit.ledger.Entries;
import newsletter.audit.ledger.Entry;
import newsletter.audit.reading.DeliveryManifest;
import newsletter.audit.tree.DamagedTree;
import newsletter.audit.tree.Hash;
import newsletter.audit.tree.InclusionProof;
import newsletter.audit.tree.Leaves;
import newsletter.audit.tree.Proofs;
import newsletter.audit.tree.TiledTree;

/**
 * Proves entries and rows against one signed checkpoint. Nothing stored is taken for
 * true: the leaf is hashed from the bytes that are shown, and the root is the one in the
 * signed note.
 */
public final class Prover {

    private static final String CHANGED = "What is stored here is not what was signed. The entry, or the tree over it, "
            + "was changed after it was recorded.";

    private final @Nullable StoredCheckpoint stored;

    private final @Nullable Checkpoint signed;

    private final DeliveryRows rows;

    private final Entries entries;

    private final TiledTree tree;

    private final Map<Long, List<StoredRow>> reports = new HashMap<>();

    Prover(@Nullable StoredCheckpoint stored, @Nullable Checkpoint signed, TiledTree.Source tiles, DeliveryRows rows,
            Entries entries) {
        this.stored = stored;
        this.signed = signed;
        this.tree = new TiledTree(tiles);
        this.rows = rows;
        this.entries = entries;
    }

    /** The newest checkpoint, as it is stored. */
    public Optional<StoredCheckpoint> checkpoint() {
        return Optional.ofNullable(this.stored);
    }

    /** How an entry stands to the signed tree. */
    public Standing of(Entry entry) {
        Hash leaf = Hash.ofLeaf(entry.payload());
        if (!leaf.equals(entry.leafHash())) {
            return new Broken(entry.index(), "The stored bytes of this entry do not have the hash that was stored with "
                    + "them. One of the two was changed.");
        }
        if (this.signed == null) {
            return (this.stored == null) ? new Unsigned(entry.index(), 0)
                    : new Broken(entry.index(), "The newest stored checkpoint does not carry our signature.");
        }
        if (entry.index() >= this.signed.size()) {
            return new Unsigned(entry.index(), this.signed.size());
        }
        return proved(entry.index(), leaf, this.signed);
    }

    private Standing proved(long index, Hash leaf, Checkpoint signed) {
        try {
            InclusionProof proof = new Proofs(this.tree).inclusion(index, signed.size());
            return proof.leadsTo(signed.root(), leaf) ? new Proved(index, signed.size(), proof, null)
                    : new Broken(index, CHANGED);
        }
        catch (DamagedTree ex) {
            return new Broken(index, ex.why());
        }
    }

    /** How a row stands to the signed tree: below its manifest, and that in the tree. */
    public Standing of(StoredRow row) {
        Optional<Entry> manifest = this.entries.at(row.leafIndex());
        if (manifest.isEmpty()) {
            return new Broken(row.leafIndex(), "The report that this delivery belongs to is missing from the ledger.");
        }
        InclusionProof below = below(row, manifest.get());
        if (below == null) {
            return new Broken(row.leafIndex(), "This delivery is not among those of the report that was recorded: a "
                    + "delivery of the report was changed, taken out or put in.");
        }
        Standing above = of(manifest.get());
        return (above instanceof Proved proved) ? new Proved(proved.index(), proved.size(), proved.proof(), below)
                : above;
    }

    private @Nullable InclusionProof below(StoredRow row, Entry manifest) {
        List<Hash> leaves = new ArrayList<>();
        for (StoredRow other : this.reports.computeIfAbsent(row.leafIndex(), this.rows::of)) {
            leaves.add(Hash.ofLeaf(other.bytes()));
        }
        try {
            DeliveryManifest said = DeliveryManifest.read(manifest.payload());
            if (leaves.size() != said.count() || row.position() >= said.count()) {
                return null;
            }
            InclusionProof proof = new Proofs(new Leaves(leaves)).inclusion(row.position(), said.count());
            return proof.leadsTo(said.root(), Hash.ofLeaf(row.bytes())) ? proof : null;
        }
        catch (JacksonException | IllegalArgumentException ex) {
            // The manifest's bytes are not what they were.
            return null;
        }
    }

}
