package newsletter.subscription.retention;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import newsletter.subscription.contact.LentAddresses;

/** An address that was lent for one letter is taken back when that has had its time. */
@Service
class OverdueLoans implements RetentionRule {

    private static final int BATCH = 100;

    private final LentAddresses addresses;

    OverdueLoans(LentAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public String name() {
        return "lent-addresses";
    }

    @Override
    public long due(Instant now) {
        return this.addresses.countOver(now);
    }

    @Override
    public Optional<Instant> oldest(Instant now) {
        return this.addresses.oldestOver(now);
    }

    @Override
    @Transactional
    public int apply(Instant now) {
        List<UUID> over = this.addresses.over(now, BATCH);
        over.forEach(this.addresses::takeBack);
        return over.size();
    }

}
