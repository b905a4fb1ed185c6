package newsletter.audit.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import newsletter.audit.checkpoint.StoredCheckpoint;
import newsletter.audit.person.Held;

/**
 * All that is known of one person.
 *
 * @param held what is held of the address
 * @param ledgerIntact whether nothing was found when all was recomputed last
 * @param answers whether we may write, for each newsletter; none if the history is not
 * reliable
 * @param lines what happened, the oldest first
 * @param checkpoint what the lines were checked against, if anything was signed
 * @param knownUntil when the newest entry of all joined the ledger: what happened later
 * may not be here
 */
public record PersonHistory(UUID subscriberId, Held held, boolean ledgerIntact, List<Answer> answers, List<Line> lines,
        @Nullable StoredCheckpoint checkpoint, @Nullable Instant knownUntil) {

    /**
     * Whether we may send one newsletter, for people.
     *
     * @param why in one sentence
     */
    public record Answer(String newsletter, boolean yes, String why) {
    }

    PersonHistory with(List<Answer> answers) {
        return new PersonHistory(this.subscriberId, this.held, this.ledgerIntact, answers, this.lines, this.checkpoint,
                this.knownUntil);
    }

    /** The address that is held, if it can be read. */
    public Optional<String> address() {
        return (this.held instanceof Held.Open open) ? Optional.of(open.address().mailbox()) : Optional.empty();
    }

    /** Why there is none. */
    public String withoutAddress() {
        return switch (this.held) {
            case Held.Locked _ -> "Cannot be opened with our keys";
            case Held.Erased _ -> "Erased: address, look-up tag and salt are gone from all services that say so below";
            case Held.Nothing _, Held.Open _ -> "None: it was erased, or has not been told to us yet";
        };
    }

    /**
     * Whether anything may be concluded from it. A line that was changed, or hidden, may
     * be the one that withdrew.
     */
    public boolean isReliable() {
        return this.ledgerIntact && broken() == 0;
    }

    /** How many lines are not what was signed. */
    public long broken() {
        return this.lines.stream().filter((line) -> line.standing().isBroken()).count();
    }

    /** How many lines are as they were signed. */
    public long proved() {
        return this.lines.stream().filter((line) -> line.standing().isProved()).count();
    }

    /** How many lines show words that are not those that were named. */
    public long otherWords() {
        return this.lines.stream().filter((line) -> !line.isWordingIntact()).count();
    }

}
