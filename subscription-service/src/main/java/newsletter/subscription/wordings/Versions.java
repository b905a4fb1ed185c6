package newsletter.subscription.wordings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.subscription.desk.ForStaff;
import newsletter.subscription.review.Refused;
import newsletter.subscription.review.Refused.Reason;

/**
 * The {@code wording} table, as staff see it: with what is to come, and who approved it.
 */
@Repository
@ForStaff
class Versions {

    private final JdbcClient jdbc;

    Versions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One of them. */
    record Version(String sha256, String number, Instant effectiveFrom, String approvedBy, String text) {
    }

    /** The last one first. */
    List<Version> of(Series series) {
        return this.jdbc.sql("""
                SELECT sha256, version AS number, effective_from, approved_by, text
                FROM wording
                WHERE kind = :kind AND newsletter_id IS NOT DISTINCT FROM :newsletter AND language = :language
                ORDER BY effective_from DESC
                """)
            .param("kind", series.kind().name())
            .param("newsletter", series.newsletterId())
            .param("language", series.language())
            .query(Version.class)
            .list();
    }

    /** For ever: the database refuses to change it. */
    void add(Series series, Version version, UUID reviewId) {
        try {
            this.jdbc.sql("""
                    INSERT INTO wording (sha256, kind, newsletter_id, version, language, text, effective_from,
                        approved_by, review_id)
                    VALUES (:sha256, :kind, :newsletter, :version, :language, :text, :from, :by, :review)
                    """)
                .param("sha256", version.sha256())
                .param("kind", series.kind().name())
                .param("newsletter", series.newsletterId())
                .param("version", version.number())
                .param("language", series.language())
                .param("text", version.text())
                .param("from", Timestamp.from(version.effectiveFrom()))
                .param("by", version.approvedBy())
                .param("review", reviewId)
                .update();
        }
        catch (DuplicateKeyException ex) {
            throw new Refused(Reason.SAME_TEXT);
        }
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
