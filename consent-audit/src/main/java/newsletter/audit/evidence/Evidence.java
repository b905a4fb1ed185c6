package newsletter.audit.evidence;

import java.util.Optional;

import org.springframework.stereotype.Component;

import newsletter.audit.checkpoint.Checkpoint;
import newsletter.audit.checkpoint.CheckpointKey;
import newsletter.audit.checkpoint.Checkpoints;
import newsletter.audit.checkpoint.StoredCheckpoint;
import newsletter.audit.delivery.DeliveryRows;
import newsletter.audit.ledger.Entries;
import newsletter.audit.ledger.Tiles;

/** Where proofs come from. */
@Component
public class Evidence {

    private final Checkpoints checkpoints;

    private final CheckpointKey key;

    private final Tiles tiles;

    private final DeliveryRows rows;

    private final Entries entries;

    Evidence(Checkpoints checkpoints, CheckpointKey key, Tiles tiles, DeliveryRows rows, Entries entries) {
        this.checkpoints = checkpoints;
        this.key = key;
        this.tiles = tiles;
        this.rows = rows;
        this.entries = entries;
    }

    /**
     * Proves against the checkpoint that is the newest now, for one page: what it has
     * read it does not read again.
     */
    public Prover prover() {
        Optional<StoredCheckpoint> stored = this.checkpoints.newest();
        Optional<Checkpoint> signed = stored.flatMap(this.key::open);
        return new Prover(stored.orElse(null), signed.orElse(null), this.tiles, this.rows, this.entries);
    }

}
