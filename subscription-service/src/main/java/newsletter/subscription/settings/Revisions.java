package newsletter.subscription.settings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.subscription.desk.ForStaff;
import newsletter.subscription.review.Refused;
import newsletter.subscription.review.Refused.Reason;
import newsletter.subscription.settings.Settings.Words;

/** The {@code newsletter_revision} table and its translations. */
@Repository
@ForStaff
class Revisions {

    private final JdbcClient jdbc;

    Revisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Revision get(UUID reviewId) {
        return this.jdbc.sql("SELECT * FROM newsletter_revision WHERE review_id = :review")
            .param("review", reviewId)
            .query((row, _) -> revision(row))
            .optional()
            .orElseThrow(() -> new Refused(Reason.NOT_NOW));
    }

    /** New, or as it is from now on. */
    void save(Revision revision) {
        this.jdbc.sql("""
                INSERT INTO newsletter_revision (review_id, newsletter_id, name, purpose, sender, sender_address,
                    frequency, lawful_basis, direct_marketing, validity, retention, for_children, dpia, position,
                    closes, material, reason)
                VALUES (:review, :newsletter, :name, :purpose, :sender, :senderAddress, :frequency, :lawfulBasis,
                    :directMarketing, :validity, :retention, :forChildren, :dpia, :position, :closes, :material,
                    :reason)
                ON CONFLICT (review_id) DO UPDATE SET name = excluded.name, purpose = excluded.purpose,
                    sender = excluded.sender, sender_address = excluded.sender_address,
                    frequency = excluded.frequency, lawful_basis = excluded.lawful_basis,
                    direct_marketing = excluded.direct_marketing, validity = excluded.validity,
                    retention = excluded.retention, for_children = excluded.for_children, dpia = excluded.dpia,
                    position = excluded.position, material = excluded.material, reason = excluded.reason
                """)
            .param("review", revision.reviewId())
            .param("newsletter", revision.newsletterId())
            .param("closes", revision.closes())
            .param("material", revision.material())
            .param("reason", revision.reason())
            .params(Newsletters.columns(revision.settings()))
            .update();
        this.jdbc.sql("DELETE FROM newsletter_revision_text WHERE review_id = :review")
            .param("review", revision.reviewId())
            .update();
        revision.settings().translations().forEach((language, words) -> add(revision.reviewId(), language, words));
    }

    private void add(UUID reviewId, String language, Words words) {
        this.jdbc.sql("""
                INSERT INTO newsletter_revision_text (review_id, language, name, purpose, frequency)
                VALUES (:review, :language, :name, :purpose, :frequency)
                """)
            .param("review", reviewId)
            .param("language", language)
            .param("name", words.name())
            .param("purpose", words.purpose())
            .param("frequency", words.frequency())
            .update();
    }

    private Revision revision(ResultSet row) throws SQLException {
        UUID reviewId = row.getObject("review_id", UUID.class);
        return new Revision(reviewId, row.getString("newsletter_id"), Newsletters.settings(row, translations(reviewId)),
                row.getBoolean("closes"), row.getObject("material", Boolean.class), row.getString("reason"));
    }

    private Map<String, Words> translations(UUID reviewId) {
        return this.jdbc.sql("""
                SELECT language, name, purpose, frequency
                FROM newsletter_revision_text
                WHERE review_id = :review
                """)
            .param("review", reviewId)
            .query((row, _) -> Map.entry(row.getString("language"), Newsletters.words(row)))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

}
