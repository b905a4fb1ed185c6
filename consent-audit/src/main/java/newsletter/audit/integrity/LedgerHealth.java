package newsletter.audit.integrity;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

import newsletter.audit.checkpoint.SigningRound;

/** Down when the ledger is damaged or cannot be signed, so that somebody is woken. */
@Component
class LedgerHealth implements HealthIndicator {

    private final LedgerCheck check;

    private final SigningRound signing;

    LedgerHealth(LedgerCheck check, SigningRound signing) {
        this.check = check;
        this.signing = signing;
    }

    @Override
    public Health health() {
        boolean intact = this.check.last().map(Check::isIntact).orElse(true) && this.signing.refusal().isEmpty();
        return intact ? Health.up().build() : Health.down().build();
    }

}
