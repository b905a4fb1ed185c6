package newsletter.mailer.edition;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import newsletter.mailer.edition.Refused.Reason;

/**
 * One issue of a newsletter, and what may be done with it.
 *
 * @param version rises with every change, so that nobody overwrites what they have not
 * seen
 * @param authors everybody who ever wrote a part of it or submitted it; none of them may
 * release it
 * @param submission what is being looked at, unless it is a draft
 * @param issue what became of it, once it is sent
 */
record Edition(UUID id, Content content, State state, int version, List<String> authors,
        @Nullable Submission submission, @Nullable Approval approval, @Nullable Issue issue) {

    enum State {

        DRAFT, IN_REVIEW, APPROVED, SENDING, SENT;

        /** As the database and people write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
        }

    }

    /** What people write. */
    record Content(String newsletterId, String subject, String markdown) {
    }

    /**
     * What is up for approval.
     *
     * @param sha256 of the compiled mail: exactly this may be approved, and exactly this
     * is sent
     * @param purposeVersion of the newsletter when it was submitted
     */
    record Submission(String by, Instant at, String sha256, int purposeVersion) {
    }

    record Approval(String by, Instant at) {
    }

    /**
     * @param slug its name in the public address
     */
    record Issue(String slug, String by, Instant at, @Nullable Instant sentAt) {
    }

    /** A decision: what is true from now on, and the line in its history that says so. */
    record Change(Edition edition, Entry entry) {
    }

    /** A line of its history. */
    record Entry(Step step, String by, Instant at, @Nullable String comment, @Nullable String sha256) {

        Entry(Step step, String by, Instant at) {
            this(step, by, at, null, null);
        }

        public String words() {
            return switch (this.step) {
                case WRITTEN -> "Written by " + this.by;
                case SUBMITTED -> "Submitted for review by " + this.by;
                case WITHDRAWN -> "Taken back to draft by " + this.by;
                case SENT_BACK -> "Sent back by " + this.by;
                case APPROVED -> "Approved by " + this.by;
                case STARTED -> "Sending started by " + this.by;
                case FINISHED -> "Sent: nothing is waiting any more";
            };
        }

    }

    enum Step {

        WRITTEN, SUBMITTED, WITHDRAWN, SENT_BACK, APPROVED, STARTED, FINISHED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        static Step of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
        }

    }

    static Change begin(UUID id, Content content, String by, Instant now) {
        return new Change(new Edition(id, content, State.DRAFT, 1, List.of(by), null, null, null),
                new Entry(Step.WRITTEN, by, now));
    }

    /** Empty if nothing is different: who changes nothing is no author. */
    Optional<Change> write(Content content, int seen, String by, Instant now) {
        require(this.version == seen, Reason.CHANGED_MEANWHILE);
        require(isOpen(), Reason.NOT_NOW);
        if (content.equals(this.content)) {
            return Optional.empty();
        }
        return Optional.of(new Change(draft(content, with(by)), new Entry(Step.WRITTEN, by, now)));
    }

    Change submit(String sha256, int purposeVersion, int seen, String by, Instant now) {
        require(this.version == seen, Reason.CHANGED_MEANWHILE);
        require(this.state == State.DRAFT, Reason.NOT_NOW);
        var submission = new Submission(by, now, sha256, purposeVersion);
        return new Change(
                new Edition(this.id, this.content, State.IN_REVIEW, this.version + 1, with(by), submission, null, null),
                new Entry(Step.SUBMITTED, by, now, null, sha256));
    }

    /** Back to draft, by whoever writes; an approval is worth nothing from then on. */
    Change withdraw(String by, Instant now) {
        require(isOpen() && this.state != State.DRAFT, Reason.NOT_NOW);
        return new Change(draft(this.content, this.authors), new Entry(Step.WITHDRAWN, by, now));
    }

    /** Back to draft, by whoever reviews. */
    Change sendBack(String comment, String by, Instant now) {
        require(isOpen() && this.state != State.DRAFT, Reason.NOT_NOW);
        require(!comment.isBlank(), Reason.NO_COMMENT);
        return new Change(draft(this.content, this.authors), new Entry(Step.SENT_BACK, by, now, comment.strip(), null));
    }

    /**
     * @param seen the hash of what the approver looked at
     */
    Change approve(String seen, String by, Instant now) {
        require(this.state == State.IN_REVIEW, Reason.NOT_NOW);
        require(submitted().sha256().equals(seen), Reason.OTHER_CONTENT);
        require(!this.authors.contains(by), Reason.OWN_WORK);
        return new Change(new Edition(this.id, this.content, State.APPROVED, this.version + 1, this.authors,
                this.submission, new Approval(by, now), null), new Entry(Step.APPROVED, by, now, null, seen));
    }

    /**
     * @param seen the hash of what the person who sends it looked at
     */
    Change start(String seen, String slug, int purposeVersion, String by, Instant now) {
        require(this.state == State.APPROVED, Reason.NOT_NOW);
        require(submitted().sha256().equals(seen), Reason.OTHER_CONTENT);
        require(!this.authors.contains(by), Reason.OWN_WORK);
        require(submitted().purposeVersion() == purposeVersion, Reason.PURPOSE_CHANGED);
        return new Change(new Edition(this.id, this.content, State.SENDING, this.version + 1, this.authors,
                this.submission, this.approval, new Issue(slug, by, now, null)),
                new Entry(Step.STARTED, by, now, null, seen));
    }

    /** Empty if that is known already. */
    Optional<Change> finish(Instant at) {
        if (this.state != State.SENDING || this.issue == null) {
            return Optional.empty();
        }
        var issue = new Issue(this.issue.slug(), this.issue.by(), this.issue.at(), at);
        return Optional.of(new Change(new Edition(this.id, this.content, State.SENT, this.version + 1, this.authors,
                this.submission, this.approval, issue), new Entry(Step.FINISHED, this.issue.by(), at)));
    }

    /** Whether it can still be changed. */
    public boolean isOpen() {
        return this.state == State.DRAFT || this.state == State.IN_REVIEW || this.state == State.APPROVED;
    }

    Submission submitted() {
        if (this.submission == null) {
            throw new Refused(Reason.NOT_NOW);
        }
        return this.submission;
    }

    private Edition draft(Content content, List<String> authors) {
        return new Edition(this.id, content, State.DRAFT, this.version + 1, authors, null, null, null);
    }

    private List<String> with(String author) {
        return Stream.concat(this.authors.stream(), Stream.of(author)).distinct().toList();
    }

    private static void require(boolean rule, Reason reason) {
        if (!rule) {
            throw new Refused(reason);
        }
    }

}
