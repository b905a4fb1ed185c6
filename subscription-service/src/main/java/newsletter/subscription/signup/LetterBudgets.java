package newsletter.subscription.signup;

import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.subscription.contact.Forgotten;
import newsletter.subscription.signup.LetterBudget.Sent;

/**
 * The {@code letter_budget} and {@code budgeted_letter} tables. An address is named by
 * its {@link newsletter.subscription.contact.Subscribers#letterTags tags}, the present
 * one first.
 */
@Repository
public class LetterBudgets {

    private final JdbcClient jdbc;

    private final SignUpProperties limits;

    private final Clock clock;

    LetterBudgets(JdbcClient jdbc, SignUpProperties limits, Clock clock) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Locks the budget until the transaction ends, which makes the count of letters
     * exact, however many forms arrive at once and wherever. To be called after the
     * subscriber is locked, never before, or two of us wait for each other. The clock is
     * read last, so that events tell the time in the order in which they are told.
     */
    LetterBudget findAndLock(List<byte[]> tags) {
        this.jdbc.sql("""
                INSERT INTO letter_budget (tag) VALUES (:tag)
                ON CONFLICT (tag) DO UPDATE SET muted_until = letter_budget.muted_until
                """).param("tag", tags.getFirst()).update();
        Instant mutedUntil = mutedUntil(tags);
        List<Sent> sent = this.jdbc
            .sql("SELECT newsletters, adds_nothing, sent_at FROM budgeted_letter WHERE tag IN (:tags)")
            .param("tags", tags)
            .query(Sent.class)
            .list();
        return new LetterBudget(this.clock.instant(), mutedUntil, sent);
    }

    private @Nullable Instant mutedUntil(List<byte[]> tags) {
        Optional<Timestamp> until = this.jdbc.sql("SELECT max(muted_until) FROM letter_budget WHERE tag IN (:tags)")
            .param("tags", tags)
            .query(Timestamp.class)
            .optional();
        return until.map(Timestamp::toInstant).orElse(null);
    }

    /** Which of these tags are of an address that wants no letter that asks. */
    public Set<ByteBuffer> muted(List<byte[]> tags, Instant now) {
        return this.jdbc.sql("SELECT tag FROM letter_budget WHERE tag IN (:tags) AND muted_until > :now")
            .param("tags", tags)
            .param("now", Timestamp.from(now))
            .query(byte[].class)
            .stream()
            .map(ByteBuffer::wrap)
            .collect(Collectors.toSet());
    }

    boolean allows(LetterBudget budget, SubscriptionRequest request) {
        return budget.allows(request, this.limits);
    }

    /**
     * A letter that no sign-up form asked for, and that counts like one.
     *
     * @param at when, for what follows
     * @param allowed whether it may be sent
     */
    public record Counted(Instant at, boolean allowed) {
    }

    /**
     * Counts one more letter. Locks what is counted, after the subscriber, as
     * {@link #findAndLock} does.
     * @param what letters of one kind are not sent twice in a short time
     */
    public Counted count(List<byte[]> tags, String what) {
        LetterBudget budget = findAndLock(tags);
        spend(tags, what, false, budget.now());
        return new Counted(budget.now(), budget.allows(what, false, this.limits));
    }

    void spend(List<byte[]> tags, SubscriptionRequest request) {
        spend(tags, LetterBudget.newsletters(request), request.addsNothing(), request.requestedAt());
    }

    private void spend(List<byte[]> tags, String what, boolean addsNothing, Instant at) {
        this.jdbc.sql("""
                INSERT INTO budgeted_letter (tag, newsletters, adds_nothing, sent_at)
                VALUES (:tag, :newsletters, :addsNothing, :sent)
                """)
            .param("tag", tags.getFirst())
            .param("newsletters", what)
            .param("addsNothing", addsNothing)
            .param("sent", Timestamp.from(at))
            .update();
    }

    /**
     * Leaves the address alone for a time.
     * @return until when
     */
    public Instant mute(List<byte[]> tags, Instant now) {
        Instant until = now.plus(this.limits.mute());
        this.jdbc.sql("""
                INSERT INTO letter_budget (tag, muted_until) VALUES (:tag, :until)
                ON CONFLICT (tag) DO UPDATE SET muted_until = excluded.muted_until
                """).param("tag", tags.getFirst()).param("until", Timestamp.from(until)).update();
        return until;
    }

    public void unmute(List<byte[]> tags) {
        this.jdbc.sql("UPDATE letter_budget SET muted_until = NULL WHERE tag IN (:tags)").param("tags", tags).update();
    }

    /** The tags name an address, so they go with it: who is erased is not counted. */
    @EventListener
    void on(Forgotten forgotten) {
        for (String table : List.of("budgeted_letter", "letter_budget")) {
            this.jdbc.sql("DELETE FROM " + table + " WHERE tag IN (:tags)")
                .param("tags", forgotten.letterTags())
                .update();
        }
    }

    /** How many letters need not be remembered any more, and mutes are over. */
    public long countSpent(Instant now) {
        return spent(now).size();
    }

    /** Since when the oldest of them. */
    public Optional<Instant> oldestSpent(Instant now) {
        return spent(now).stream().min(Instant::compareTo);
    }

    private List<Instant> spent(Instant now) {
        return this.jdbc.sql("""
                SELECT sent_at + :day * interval '1 second' AS over FROM budgeted_letter WHERE sent_at <= :then
                UNION ALL
                SELECT muted_until FROM letter_budget WHERE muted_until <= :now
                """)
            .param("day", LetterBudget.DAY.toSeconds())
            .param("then", Timestamp.from(now.minus(LetterBudget.DAY)))
            .param("now", Timestamp.from(now))
            .query((row, _) -> row.getTimestamp("over").toInstant())
            .list();
    }

    /** Forgets them. A budget that is locked just now is in use, and left. */
    public int forgetSpent(Instant now) {
        int letters = this.jdbc.sql("DELETE FROM budgeted_letter WHERE sent_at <= :then")
            .param("then", Timestamp.from(now.minus(LetterBudget.DAY)))
            .update();
        int mutes = this.jdbc.sql("UPDATE letter_budget SET muted_until = NULL WHERE muted_until <= :now")
            .param("now", Timestamp.from(now))
            .update();
        this.jdbc.sql("""
                DELETE FROM letter_budget WHERE tag IN (
                    SELECT tag FROM letter_budget budget
                    WHERE muted_until IS NULL
                        AND NOT EXISTS (SELECT FROM budgeted_letter letter WHERE letter.tag = budget.tag)
                    FOR UPDATE SKIP LOCKED)
                """).update();
        return letters + mutes;
    }

}
