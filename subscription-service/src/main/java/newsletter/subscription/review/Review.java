package newsletter.subscription.review;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import newsletter.subscription.review.Refused.Reason;

/**
 * How far a proposal has come, and what may be done with it. Each step says which version
 * its author has seen.
 *
 * @param subject what it would change
 * @param version rises with every step, so that nobody overwrites or approves what they
 * have not seen
 * @param authors everybody who ever wrote a part of it or submitted it; none of them may
 * publish it
 */
public record Review(UUID id, String subject, State state, int version, List<String> authors, @Nullable Act submission,
        @Nullable Act decision) {

    /** How far. */
    public enum State {

        DRAFT, IN_REVIEW, PUBLISHED, DISCARDED;

        /** As the database writes it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
        }

    }

    /** Somebody did something. */
    public record Act(String by, Instant at) {
    }

    /** A decision: what is true from now on, and the line in its history that says so. */
    public record Change(Review review, Entry entry) {
    }

    static Change begin(UUID id, String subject, String by, Instant now) {
        return new Change(new Review(id, subject, State.DRAFT, 1, List.of(by), null, null),
                new Entry(Step.WRITTEN, by, now, null));
    }

    Change write(int seen, String by, Instant now) {
        require(State.DRAFT, seen);
        return next(State.DRAFT, with(by), null, null, new Entry(Step.WRITTEN, by, now, null));
    }

    Change submit(int seen, String by, Instant now) {
        require(State.DRAFT, seen);
        return next(State.IN_REVIEW, with(by), new Act(by, now), null, new Entry(Step.SUBMITTED, by, now, null));
    }

    /** Back to draft, by whoever writes. */
    Change withdraw(int seen, String by, Instant now) {
        require(State.IN_REVIEW, seen);
        return next(State.DRAFT, this.authors, null, null, new Entry(Step.WITHDRAWN, by, now, null));
    }

    /** Back to draft, by whoever reviews. */
    Change sendBack(int seen, String comment, String by, Instant now) {
        require(State.IN_REVIEW, seen);
        require(!comment.isBlank(), Reason.NO_COMMENT);
        return next(State.DRAFT, this.authors, null, null, new Entry(Step.SENT_BACK, by, now, comment.strip()));
    }

    /**
     * @param decided what was decided besides, in words for the history
     */
    Change publish(int seen, @Nullable String decided, String by, Instant now) {
        require(State.IN_REVIEW, seen);
        require(!this.authors.contains(by), Reason.OWN_WORK);
        return next(State.PUBLISHED, this.authors, this.submission, new Act(by, now),
                new Entry(Step.PUBLISHED, by, now, decided));
    }

    Change discard(int seen, String by, Instant now) {
        require(State.DRAFT, seen);
        return next(State.DISCARDED, this.authors, null, null, new Entry(Step.DISCARDED, by, now, null));
    }

    private Change next(State state, List<String> authors, @Nullable Act submission, @Nullable Act decision,
            Entry entry) {
        return new Change(new Review(this.id, this.subject, state, this.version + 1, authors, submission, decision),
                entry);
    }

    private List<String> with(String author) {
        return Stream.concat(this.authors.stream(), Stream.of(author)).distinct().toList();
    }

    private void require(State needed, int seen) {
        require(this.version == seen, Reason.CHANGED_MEANWHILE);
        require(this.state == needed, Reason.NOT_NOW);
    }

    private static void require(boolean rule, Reason reason) {
        if (!rule) {
            throw new Refused(reason);
        }
    }

}
