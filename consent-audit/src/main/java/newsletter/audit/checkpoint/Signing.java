package newsletter.audit.checkpoint;

import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import newsletter.audit.ledger.Head;
import newsletter.audit.ledger.LedgerHead;
import newsletter.events.Topics;
import newsletter.outbox.Outbox;

/** Stores a new checkpoint and tells everybody, in one transaction. */
@Component
class Signing {

    private final LedgerHead head;

    private final Checkpoints checkpoints;

    private final Notary notary;

    private final Outbox outbox;

    Signing(LedgerHead head, Checkpoints checkpoints, Notary notary, Outbox outbox) {
        this.head = head;
        this.checkpoints = checkpoints;
        this.notary = notary;
        this.outbox = outbox;
    }

    /**
     * The new checkpoint, if there was anything to sign.
     * @throws SigningRefused if the tree is not one that may be signed
     */
    @Transactional
    Optional<StoredCheckpoint> signWhatGrew() {
        // Locked, so that of two replicas the second sees what the first has signed, and
        // a smaller tree is never told after a larger one.
        Head head = this.head.lock();
        Optional<StoredCheckpoint> checkpoint = this.notary.sign(head, this.checkpoints.newest());
        checkpoint.ifPresent((signed) -> {
            this.checkpoints.add(signed);
            this.outbox.append(Topics.LEDGER_CHECKPOINTS, "", signed.note());
        });
        return checkpoint;
    }

}
