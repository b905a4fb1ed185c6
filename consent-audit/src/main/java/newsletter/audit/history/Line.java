package newsletter.audit.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import newsletter.audit.evidence.Standing;

/**
 * One line of a person's history.
 *
 * @param at when it happened
 * @param recordedAt when it joined the ledger
 * @param words what happened
 * @param place of its entry, as the page of it is called: {@code 12}, or
 * {@code 12/rows/3}
 * @param standing how it stands to the signed tree
 */
public record Line(Instant at, Instant recordedAt, Words words, String place, Standing standing) {

    /**
     * What happened, for people.
     *
     * @param kind {@code given}, {@code ended} or nothing
     * @param edition the edition it is about, if any
     */
    public record Words(String heading, @Nullable String kind, List<Fact> facts, List<Shown> shown,
            @Nullable UUID edition) {

        static Words of(String heading, List<Fact> facts) {
            return new Words(heading, null, facts, List.of(), null);
        }

    }

    /** Whether all words shown were hashed anew and are those that are named. */
    public boolean isWordingIntact() {
        return this.words.shown().stream().allMatch(Shown::matches);
    }

}
