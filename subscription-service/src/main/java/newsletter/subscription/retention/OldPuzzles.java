package newsletter.subscription.retention;

import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import newsletter.subscription.abuse.SpentPuzzles;

/** A proof of work is remembered for as long as it could be sent again. */
@Service
class OldPuzzles implements RetentionRule {

    private final SpentPuzzles puzzles;

    OldPuzzles(SpentPuzzles puzzles) {
        this.puzzles = puzzles;
    }

    @Override
    public String name() {
        return "spent-puzzles";
    }

    @Override
    public long due(Instant now) {
        return this.puzzles.countExpired(now);
    }

    @Override
    public Optional<Instant> oldest(Instant now) {
        return this.puzzles.oldestExpired(now);
    }

    @Override
    @Transactional
    public int apply(Instant now) {
        return this.puzzles.forgetExpired(now);
    }

}
