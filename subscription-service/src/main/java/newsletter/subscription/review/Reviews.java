package newsletter.subscription.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import newsletter.subscription.desk.ForStaff;
import newsletter.subscription.review.Refused.Reason;
import newsletter.subscription.review.Review.Act;
import newsletter.subscription.review.Review.Change;
import newsletter.subscription.review.Review.State;

/**
 * The {@code review} table and its history. What changes it runs in the transaction in
 * which the content changes.
 */
@Repository
@ForStaff
public class Reviews {

    private final JdbcClient jdbc;

    private final Clock clock;

    Reviews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The moment at which a step is taken. */
    public Instant now() {
        return this.clock.instant();
    }

    /** The proposal for this subject that is neither published nor discarded. */
    public Optional<Review> open(String subject) {
        return this.jdbc.sql("SELECT * FROM review WHERE subject = :subject AND state IN ('draft', 'in review')")
            .param("subject", subject)
            .query((row, _) -> review(row))
            .optional();
    }

    /** All that are open and begin so, those first that an officer is waited for. */
    public List<Review> allOpen(String subjects) {
        return this.jdbc.sql("""
                SELECT * FROM review
                WHERE starts_with(subject, :subjects) AND state IN ('draft', 'in review')
                ORDER BY state = 'draft', subject
                """).param("subjects", subjects).query((row, _) -> review(row)).list();
    }

    /** What was done about this subject, newest first. */
    public List<Entry> history(String subject) {
        return this.jdbc.sql("""
                SELECT step, done_by, done_at, comment
                FROM review_step
                JOIN review ON review.id = review_id
                WHERE subject = :subject
                ORDER BY done_at DESC, review_step.version DESC
                """)
            .param("subject", subject)
            .query((row, _) -> new Entry(Step.of(row.getString("step")), row.getString("done_by"),
                    row.getTimestamp("done_at").toInstant(), row.getString("comment")))
            .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Review begin(String subject, String by) {
        Change begun = Review.begin(UUID.randomUUID(), subject, by, now());
        int added = this.jdbc.sql("""
                INSERT INTO review (id, subject, state, version, authors)
                VALUES (:id, :subject, 'draft', 1, ARRAY[:author])
                ON CONFLICT DO NOTHING
                """).param("id", begun.review().id()).param("subject", subject).param("author", by).update();
        if (added == 0) {
            throw new Refused(Reason.ALREADY_OPEN);
        }
        remember(begun);
        return begun.review();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Review write(UUID id, int seen, String by) {
        return apply(lock(id).write(seen, by, now()));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Review submit(UUID id, int seen, String by) {
        return apply(lock(id).submit(seen, by, now()));
    }

    @Transactional
    public Review withdraw(UUID id, int seen, String by) {
        return apply(lock(id).withdraw(seen, by, now()));
    }

    @Transactional
    public Review sendBack(UUID id, int seen, String comment, String by) {
        return apply(lock(id).sendBack(seen, comment, by, now()));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Review publish(UUID id, int seen, @Nullable String decided, String by) {
        return apply(lock(id).publish(seen, decided, by, now()));
    }

    @Transactional
    public Review discard(UUID id, int seen, String by) {
        return apply(lock(id).discard(seen, by, now()));
    }

    /** Until the transaction ends, so that one step is taken at a time. */
    private Review lock(UUID id) {
        return this.jdbc.sql("SELECT * FROM review WHERE id = :id FOR UPDATE")
            .param("id", id)
            .query((row, _) -> review(row))
            .optional()
            .orElseThrow(() -> new Refused(Reason.NOT_NOW));
    }

    private Review apply(Change change) {
        Review review = change.review();
        this.jdbc.sql("""
                UPDATE review
                SET state = :state, version = :version, authors = ARRAY[:authors], submitted_by = :submittedBy,
                    submitted_at = :submittedAt, published_by = :publishedBy, published_at = :publishedAt
                WHERE id = :id
                """)
            .param("state", review.state().word())
            .param("version", review.version())
            .param("authors", review.authors())
            .param("submittedBy", (review.submission() != null) ? review.submission().by() : null)
            .param("submittedAt", at(review.submission()))
            .param("publishedBy", (review.decision() != null) ? review.decision().by() : null)
            .param("publishedAt", at(review.decision()))
            .param("id", review.id())
            .update();
        remember(change);
        return review;
    }

    private void remember(Change change) {
        this.jdbc.sql("""
                INSERT INTO review_step (review_id, version, step, done_by, done_at, comment)
                VALUES (:id, :version, :step, :by, :at, :comment)
                """)
            .param("id", change.review().id())
            .param("version", change.review().version())
            .param("step", change.entry().step().word())
            .param("by", change.entry().by())
            .param("at", Timestamp.from(change.entry().at()))
            .param("comment", change.entry().comment())
            .update();
    }

    private static @Nullable Timestamp at(@Nullable Act act) {
        return (act != null) ? Timestamp.from(act.at()) : null;
    }

    private static Review review(ResultSet row) throws SQLException {
        return new Review(row.getObject("id", UUID.class), row.getString("subject"), State.of(row.getString("state")),
                row.getInt("version"), List.of((String[]) row.getArray("authors").getArray()), act(row, "submitted"),
                act(row, "published"));
    }

    private static @Nullable Act act(ResultSet row, String what) throws SQLException {
        Timestamp at = row.getTimestamp(what + "_at");
        return (at != null) ? new Act(row.getString(what + "_by"), at.toInstant()) : null;
    }

}
