package newsletter.subscription.accesslink;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How many letters with a link a person gets, whoever asks for them: decides on one more.
 */
record LinkBudget(List<Instant> earlier) {

    static final Duration PAUSE = Duration.ofMinutes(10);

    static final Duration DAY = Duration.ofHours(24);

    static final int LETTERS_A_DAY = 3;

    boolean allowsOneMore(Instant now) {
        return since(now.minus(PAUSE)) == 0 && since(now.minus(DAY)) < LETTERS_A_DAY;
    }

    private long since(Instant then) {
        return this.earlier.stream().filter((letter) -> letter.isAfter(then)).count();
    }

}
