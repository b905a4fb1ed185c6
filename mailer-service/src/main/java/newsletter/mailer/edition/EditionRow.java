package newsletter.mailer.edition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import newsletter.mailer.edition.Edition.Approval;
import newsletter.mailer.edition.Edition.Content;
import newsletter.mailer.edition.Edition.Issue;
import newsletter.mailer.edition.Edition.State;
import newsletter.mailer.edition.Edition.Submission;

/** An edition as the columns of its table. */
record EditionRow(UUID id, String newsletterId, String subject, String markdown, String state, int version,
        List<String> authors, @Nullable String submittedBy, @Nullable OffsetDateTime submittedAt,
        @Nullable String sha256, @Nullable Integer purposeVersion, @Nullable String approvedBy,
        @Nullable OffsetDateTime approvedAt, @Nullable String slug, @Nullable String startedBy,
        @Nullable OffsetDateTime startedAt, @Nullable OffsetDateTime sentAt, String changedBy,
        OffsetDateTime changedAt) {

    static EditionRow of(Edition.Change change) {
        Edition edition = change.edition();
        Content content = edition.content();
        Submission submission = edition.submission();
        Approval approval = edition.approval();
        Issue issue = edition.issue();
        return new EditionRow(edition.id(), content.newsletterId(), content.subject(), content.markdown(),
                edition.state().word(), edition.version(), edition.authors(),
                (submission != null) ? submission.by() : null, (submission != null) ? utc(submission.at()) : null,
                (submission != null) ? submission.sha256() : null,
                (submission != null) ? submission.purposeVersion() : null, (approval != null) ? approval.by() : null,
                (approval != null) ? utc(approval.at()) : null, (issue != null) ? issue.slug() : null,
                (issue != null) ? issue.by() : null, (issue != null) ? utc(issue.at()) : null,
                (issue != null && issue.sentAt() != null) ? utc(issue.sentAt()) : null, change.entry().by(),
                utc(change.entry().at()));
    }

    static Edition edition(ResultSet row, int number) throws SQLException {
        var content = new Content(row.getString("newsletter_id"), row.getString("subject"), row.getString("markdown"));
        return new Edition(row.getObject("edition_id", UUID.class), content, State.of(row.getString("state")),
                row.getInt("version"), List.of((String[]) row.getArray("authors").getArray()), submission(row),
                approval(row), issue(row));
    }

    private static @Nullable Submission submission(ResultSet row) throws SQLException {
        return (row.getString("sha256") == null) ? null : new Submission(row.getString("submitted_by"),
                row.getTimestamp("submitted_at").toInstant(), row.getString("sha256"), row.getInt("purpose_version"));
    }

    private static @Nullable Approval approval(ResultSet row) throws SQLException {
        return (row.getString("approved_by") == null) ? null
                : new Approval(row.getString("approved_by"), row.getTimestamp("approved_at").toInstant());
    }

    private static @Nullable Issue issue(ResultSet row) throws SQLException {
        Timestamp sent = row.getTimestamp("sent_at");
        return (row.getString("slug") == null) ? null : new Issue(row.getString("slug"), row.getString("started_by"),
                row.getTimestamp("started_at").toInstant(), (sent != null) ? sent.toInstant() : null);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

}
