package newsletter.audit.checkpoint;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import newsletter.audit.tree.DamagedTree;

/** Signs every few seconds, and remembers why it could not. */
@Component
public class SigningRound {

    private static final Logger LOG = LoggerFactory.getLogger(SigningRound.class);

    private final Signing signing;

    private volatile @Nullable String refusal;

    SigningRound(Signing signing) {
        this.signing = signing;
    }

    @Scheduled(fixedDelayString = "${checkpoint.interval}")
    void sign() {
        try {
            this.signing.signWhatGrew();
            this.refusal = null;
        }
        catch (SigningRefused | DamagedTree ex) {
            refuse(String.valueOf(ex.getMessage()));
        }
        catch (DataAccessException | TransactionException ex) {
            LOG.debug("Could not sign", ex);
            refuse("The database does not answer.");
        }
    }

    /** Told once, not every few seconds; the desk shows it until it is over. */
    private void refuse(String why) {
        if (this.refusal == null) {
            LOG.error("Checkpoints are no longer signed. {}", why);
        }
        this.refusal = why;
    }

    /** Why the ledger is not signed at present, in words for an officer. */
    public Optional<String> refusal() {
        return Optional.ofNullable(this.refusal);
    }

}
