package newsletter.subscription.abuse;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import newsletter.personaldata.Seal;

/**
 * Puts a puzzle on every form while a surge is on, and knows whether it came back solved.
 */
@ControllerAdvice
class Puzzles {

    /** As long as a form is good for: nobody has to hurry. */
    private static final Duration VALIDITY = Duration.ofHours(24);

    private final SecureRandom random = new SecureRandom();

    private final Surge surge;

    private final SurgeProperties properties;

    private final SpentPuzzles spent;

    private final Seal seal;

    private final Clock clock;

    Puzzles(Surge surge, SurgeProperties properties, SpentPuzzles spent, Seal formSeal, Clock clock) {
        this.surge = surge;
        this.properties = properties;
        this.spent = spent;
        this.seal = formSeal;
        this.clock = clock;
    }

    @ModelAttribute("puzzle")
    @Nullable Puzzle puzzle() {
        return this.surge.isOn()
                ? Puzzle.next(this.seal, this.random, this.clock.instant().plus(VALIDITY), this.properties.difficulty())
                : null;
    }

    /** A proof that cannot be looked up is none: the page says what is wrong. */
    boolean areSolvedBy(@Nullable String proof) {
        Instant now = this.clock.instant();
        try {
            return proof != null && Puzzle.check(proof, this.seal, now).filter(this.spent::spend).isPresent();
        }
        catch (DataAccessException | TransactionException ex) {
            return false;
        }
    }

}
