package newsletter.subscription.retention;

import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import newsletter.subscription.suppression.Suppressions;

/** A mailbox that did not exist may be tried again after a year. */
@Service
class EndedSuppressions implements RetentionRule {

    private final Suppressions suppressions;

    EndedSuppressions(Suppressions suppressions) {
        this.suppressions = suppressions;
    }

    @Override
    public String name() {
        return "ended-suppressions";
    }

    @Override
    public long due(Instant now) {
        return this.suppressions.countEnded(now);
    }

    @Override
    public Optional<Instant> oldest(Instant now) {
        return this.suppressions.oldestEnded(now);
    }

    @Override
    @Transactional
    public int apply(Instant now) {
        return this.suppressions.forgetEnded(now);
    }

}
