package newsletter.subscription.retention;

import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Service;

import newsletter.subscription.newaddress.UnansweredChanges;

/** An address to which somebody wants to move is deleted when nobody confirmed it. */
@Service
class UnansweredAddressChanges implements RetentionRule {

    private final UnansweredChanges changes;

    UnansweredAddressChanges(UnansweredChanges changes) {
        this.changes = changes;
    }

    @Override
    public String name() {
        return "address-changes";
    }

    @Override
    public long due(Instant now) {
        return this.changes.count(now);
    }

    @Override
    public Optional<Instant> oldest(Instant now) {
        return this.changes.oldest(now);
    }

    @Override
    public int apply(Instant now) {
        return this.changes.end(now);
    }

}
