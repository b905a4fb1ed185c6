package newsletter.subscription.wordings;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.events.NewsletterPublished.WordingKind;
import newsletter.subscription.desk.ForStaff;
import newsletter.subscription.review.Refused;
import newsletter.subscription.review.Refused.Reason;
import newsletter.subscription.wordings.Semver.Rise;

/** The {@code wording_draft} table. */
@Repository
@ForStaff
class Drafts {

    private final JdbcClient jdbc;

    Drafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Draft get(UUID reviewId) {
        return this.jdbc.sql("SELECT * FROM wording_draft WHERE review_id = :review")
            .param("review", reviewId)
            .query((row, _) -> draft(row))
            .optional()
            .orElseThrow(() -> new Refused(Reason.NOT_NOW));
    }

    /** New, or as it is from now on. */
    void save(Draft draft) {
        this.jdbc.sql("""
                INSERT INTO wording_draft (review_id, kind, newsletter_id, language, rise, begins_on, text, reason)
                VALUES (:review, :kind, :newsletter, :language, :rise, :begins, :text, :reason)
                ON CONFLICT (review_id) DO UPDATE SET rise = excluded.rise, begins_on = excluded.begins_on,
                    text = excluded.text, reason = excluded.reason
                """)
            .param("review", draft.reviewId())
            .param("kind", draft.series().kind().name())
            .param("newsletter", draft.series().newsletterId())
            .param("language", draft.series().language())
            .param("rise", draft.rise().key())
            .param("begins", (draft.beginsOn() != null) ? Date.valueOf(draft.beginsOn()) : null)
            .param("text", draft.text())
            .param("reason", draft.reason())
            .update();
    }

    private static Draft draft(ResultSet row) throws SQLException {
        Date begins = row.getDate("begins_on");
        return new Draft(row.getObject("review_id", UUID.class),
                new Series(WordingKind.valueOf(row.getString("kind")), row.getString("newsletter_id"),
                        row.getString("language")),
                Rise.of(row.getString("rise")), (begins != null) ? begins.toLocalDate() : null, row.getString("text"),
                row.getString("reason"));
    }

}
