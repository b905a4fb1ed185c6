package newsletter.subscription.retention;

import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import newsletter.subscription.signup.LetterBudgets;

/**
 * Letters are counted for a day, and addresses muted for a time: then both are forgotten.
 */
@Service
class SpentBudgets implements RetentionRule {

    private final LetterBudgets budgets;

    SpentBudgets(LetterBudgets budgets) {
        this.budgets = budgets;
    }

    @Override
    public String name() {
        return "letter-budgets";
    }

    @Override
    public long due(Instant now) {
        return this.budgets.countSpent(now);
    }

    @Override
    public Optional<Instant> oldest(Instant now) {
        return this.budgets.oldestSpent(now);
    }

    @Override
    @Transactional
    public int apply(Instant now) {
        return this.budgets.forgetSpent(now);
    }

}
