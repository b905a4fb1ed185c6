package newsletter.audit.checkpoint;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.springframework.stereotype.Component;

import newsletter.audit.ledger.Head;
import newsletter.audit.ledger.Tiles;
import newsletter.audit.tree.Proofs;
import newsletter.audit.tree.TiledTree;

/**
 * Signs a tree that grew, and only if it continues what was signed before: two signatures
 * that contradict each other would prove that this log cannot be trusted.
 */
@Component
class Notary {

    private final Tiles tiles;

    private final CheckpointKey key;

    private final CheckpointProperties properties;

    private final Clock clock;

    Notary(Tiles tiles, CheckpointKey key, CheckpointProperties properties, Clock clock) {
        this.tiles = tiles;
        this.key = key;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * The new checkpoint, if there is anything to sign and it is time.
     * @throws SigningRefused if the tree is not one that may be signed
     */
    Optional<StoredCheckpoint> sign(Head head, Optional<StoredCheckpoint> newest) {
        newest.ifPresent((stored) -> requireContinuation(signed(stored), head));
        if (head.size() == newest.map(StoredCheckpoint::size).orElse(0L) || newest.filter(this::isRecent).isPresent()) {
            return Optional.empty();
        }
        requireRoot(head);
        String note = this.key.sign(new Checkpoint(this.key.origin(), head.size(), head.root()));
        return Optional.of(new StoredCheckpoint(head.size(), head.root(), note,
                this.clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    private boolean isRecent(StoredCheckpoint checkpoint) {
        return this.clock.instant().isBefore(checkpoint.signedAt().plus(this.properties.interval()));
    }

    private Checkpoint signed(StoredCheckpoint stored) {
        return this.key.open(stored).orElseThrow(() -> new SigningRefused(this.key.doesNotKnow(stored)));
    }

    private void requireContinuation(Checkpoint signed, Head head) {
        if (head.size() < signed.size()) {
            throw new SigningRefused("The ledger has %d entries, and %d were signed: it was rolled back."
                .formatted(head.size(), signed.size()));
        }
        if (!new Proofs(tree()).consistency(signed.size(), head.size()).leadsTo(head.root(), signed.root())) {
            throw new SigningRefused(("The ledger of %d entries does not begin with the %d that were signed: something "
                    + "was changed, taken out or put in.")
                .formatted(head.size(), signed.size()));
        }
    }

    private void requireRoot(Head head) {
        if (!tree().frontier(head.size()).root().equals(head.root())) {
            throw new SigningRefused(
                    "The stored tree of %d entries does not have the root that its head says.".formatted(head.size()));
        }
    }

    private TiledTree tree() {
        return new TiledTree(this.tiles);
    }

}
