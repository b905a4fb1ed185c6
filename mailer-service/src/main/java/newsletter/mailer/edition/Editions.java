package newsletter.mailer.edition;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.mailer.edition.Edition.Change;
import newsletter.mailer.edition.Edition.Entry;
import newsletter.mailer.edition.Edition.State;
import newsletter.mailer.edition.Edition.Step;
import newsletter.mailer.rendering.CompiledMail;

/** The {@code edition} table, with its history and what was submitted. */
@Repository
class Editions {

    private final JdbcClient jdbc;

    Editions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A line of the list. */
    record Summary(UUID id, String newsletter, String subject, State state, String changedBy, Instant changedAt) {
    }

    /** The last hundred that somebody worked on. */
    List<Summary> latest() {
        return this.jdbc.sql("""
                SELECT edition_id, coalesce(newsletter.name, newsletter_id) AS newsletter, subject, state, changed_by,
                    changed_at
                FROM edition
                LEFT JOIN newsletter ON newsletter.id = edition.newsletter_id
                ORDER BY changed_at DESC
                LIMIT 100
                """)
            .query((row, number) -> new Summary(row.getObject("edition_id", UUID.class), row.getString("newsletter"),
                    row.getString("subject"), State.of(row.getString("state")), row.getString("changed_by"),
                    row.getTimestamp("changed_at").toInstant()))
            .list();
    }

    Optional<Edition> find(UUID id) {
        return this.jdbc.sql("SELECT * FROM edition WHERE edition_id = :id")
            .param("id", id)
            .query(EditionRow::edition)
            .optional();
    }

    /**
     * Locks the row until the transaction ends, so that one decision is made at a time.
     */
    Optional<Edition> findAndLock(UUID id) {
        return this.jdbc.sql("SELECT * FROM edition WHERE edition_id = :id FOR UPDATE")
            .param("id", id)
            .query(EditionRow::edition)
            .optional();
    }

    /** In the order in which they happened. */
    List<Entry> history(UUID id) {
        return this.jdbc.sql("""
                SELECT step, done_by, done_at, comment, sha256
                FROM edition_step
                WHERE edition_id = :id
                ORDER BY version
                """)
            .param("id", id)
            .query((row, number) -> new Entry(Step.of(row.getString("step")), row.getString("done_by"),
                    row.getTimestamp("done_at").toInstant(), row.getString("comment"), row.getString("sha256")))
            .list();
    }

    void add(Change begun) {
        this.jdbc
            .sql("""
                    INSERT INTO edition (edition_id, newsletter_id, subject, markdown, state, version, authors, changed_by,
                        changed_at)
                    VALUES (:id, :newsletterId, :subject, :markdown, :state, :version, ARRAY[:authors], :changedBy, :changedAt)
                    """)
            .paramSource(EditionRow.of(begun))
            .update();
        remember(begun);
    }

    void apply(Change change) {
        this.jdbc
            .sql("""
                    UPDATE edition
                    SET newsletter_id = :newsletterId, subject = :subject, markdown = :markdown, state = :state,
                        version = :version, authors = ARRAY[:authors], submitted_by = :submittedBy, submitted_at = :submittedAt,
                        sha256 = :sha256, purpose_version = :purposeVersion, approved_by = :approvedBy,
                        approved_at = :approvedAt, slug = :slug, started_by = :startedBy, started_at = :startedAt,
                        sent_at = :sentAt, changed_by = :changedBy, changed_at = :changedAt
                    WHERE edition_id = :id
                    """)
            .paramSource(EditionRow.of(change))
            .update();
        remember(change);
    }

    private void remember(Change change) {
        this.jdbc.sql("""
                INSERT INTO edition_step (edition_id, version, step, done_by, done_at, comment, sha256)
                VALUES (:id, :version, :step, :by, :at, :comment, :sha256)
                """)
            .param("id", change.edition().id())
            .param("version", change.edition().version())
            .param("step", change.entry().step().word())
            .param("by", change.entry().by())
            .param("at", change.entry().at().atOffset(ZoneOffset.UTC))
            .param("comment", change.entry().comment())
            .param("sha256", change.entry().sha256())
            .update();
    }

    /** The same content submitted again is the same row: its hash names it. */
    void add(UUID id, Submitted submitted) {
        this.jdbc.sql("""
                INSERT INTO submitted_mail (edition_id, sha256, mail, html, text)
                VALUES (:id, :sha256, :mail, :html, :text)
                ON CONFLICT DO NOTHING
                """)
            .param("id", id)
            .param("sha256", submitted.mail().sha256())
            .param("mail", submitted.mail().bytes())
            .param("html", submitted.html())
            .param("text", submitted.text())
            .update();
    }

    Submitted submitted(UUID id, String sha256) {
        return this.jdbc.sql("""
                SELECT mail, html, text
                FROM submitted_mail
                WHERE edition_id = :id AND sha256 = :sha256
                """)
            .param("id", id)
            .param("sha256", sha256)
            .query((row, number) -> new Submitted(CompiledMail.of(row.getBytes("mail")), row.getString("html"),
                    row.getString("text")))
            .single();
    }

    /**
     * A name in the public address that nobody has. Held until the transaction ends, or
     * two editions that are started at once could both find it free.
     */
    String freeSlug(String slug) {
        this.jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('edition.slug'))").query((row) -> {
        });
        List<String> taken = this.jdbc.sql("SELECT slug FROM edition WHERE starts_with(slug, :slug)")
            .param("slug", slug)
            .query(String.class)
            .list();
        return Slug.free(slug, taken);
    }

}
