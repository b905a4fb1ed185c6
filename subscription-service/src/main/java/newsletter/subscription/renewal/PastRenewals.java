package newsletter.subscription.renewal;

import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import newsletter.subscription.retention.RetentionRule;

/** That somebody was asked is forgotten when what they were asked about is over. */
@Service
class PastRenewals implements RetentionRule {

    private final Renewals renewals;

    PastRenewals(Renewals renewals) {
        this.renewals = renewals;
    }

    @Override
    public String name() {
        return "past-renewals";
    }

    @Override
    public long due(Instant now) {
        return this.renewals.countPast(now);
    }

    @Override
    public Optional<Instant> oldest(Instant now) {
        return this.renewals.oldestPast(now);
    }

    @Override
    @Transactional
    public int apply(Instant now) {
        return this.renewals.forgetPast(now);
    }

}
