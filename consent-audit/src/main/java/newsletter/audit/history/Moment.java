package newsletter.audit.history;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One line of a time line.
 *
 * @param tone {@code given}, {@code ended}, or none
 * @param title what happened
 * @param facts what is known of it, in sentences
 * @param wordings what the person was shown
 * @param entry the leaf to look at, from 0
 */
public record Moment(Instant at, @Nullable String tone, String title, List<String> facts, List<ShownWording> wordings,
        long entry, Standing standing) {

    public Moment {
        facts = List.copyOf(facts);
        wordings = List.copyOf(wordings);
    }

}
