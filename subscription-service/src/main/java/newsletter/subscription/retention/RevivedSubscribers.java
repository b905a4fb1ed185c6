package newsletter.subscription.retention;

import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Service;

import newsletter.subscription.erasure.Revivals;

/**
 * Whoever was erased stays erased, whatever a backup brings back. More than none
 * due is worth an alert.
 */
@Service
class RevivedSubscribers implements RetentionRule {

    private final Revivals revivals;

    RevivedSubscribers(Revivals revivals) {
        this.revivals = revivals;
    }

    @Override
    public String name() {
        return "revived-subscribers";
    }

    @Override
    public long due(Instant now) {
        return this.revivals.countErased();
    }

    /** Nobody knows when a backup was restored. */
    @Override
    public Optional<Instant> oldest(Instant now) {
        return Optional.empty();
    }

    @Override
    public int apply(Instant now) {
        return this.revivals.eraseAgain();
    }

}
