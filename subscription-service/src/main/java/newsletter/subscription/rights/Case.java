package newsletter.subscription.rights;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import newsletter.events.ConsentEvent.Right;

/**
 * One use of a right. Decides what an officer may do with it; empty if nothing changes.
 *
 * @param dueAt by when the law wants an answer, or an acknowledgement of a complaint
 * @param extendedFor why it takes longer than a month, from the list
 * @param stoppedAt since when the clock stands
 * @param outcome {@code fulfilled}, {@code refused} or {@code withdrawn}
 */
record Case(UUID caseId, UUID subscriberId, Right kind, Instant receivedAt, Instant dueAt,
        @Nullable Instant acknowledgedAt, @Nullable String extendedFor, @Nullable Instant stoppedAt,
        @Nullable String stoppedFor, @Nullable Instant closedAt, @Nullable String outcome) {

    /** Short of the shortest month, so that no month is too short (C-21). */
    static final Duration ANSWER_WITHIN = Duration.ofDays(28);

    /** C-41. */
    static final Duration ACKNOWLEDGE_WITHIN = Duration.ofDays(30);

    /** GDPR, Article 12 (3). */
    private static final int MORE_MONTHS = 2;

    static Case received(UUID caseId, UUID subscriberId, Right kind, Instant now) {
        Duration within = (kind == Right.COMPLAINT) ? ACKNOWLEDGE_WITHIN : ANSWER_WITHIN;
        return new Case(caseId, subscriberId, kind, now, now.plus(within), null, null, null, null, null, null);
    }

    /** For people, and for the letter: {@code 3F2A-91BC}. */
    public String number() {
        String digits = this.caseId.toString().toUpperCase(Locale.ROOT);
        return digits.substring(0, 4) + "-" + digits.substring(4, 8);
    }

    public boolean isOpen() {
        return this.closedAt == null;
    }

    /** Whether a clock runs: an acknowledged complaint has none. */
    public boolean isTimed() {
        return isOpen() && this.stoppedAt == null && !(this.kind == Right.COMPLAINT && this.acknowledgedAt != null);
    }

    boolean isOverdue(Instant now) {
        return isTimed() && !now.isBefore(this.dueAt);
    }

    Optional<Case> acknowledge(Instant now) {
        return (isOpen() && this.acknowledgedAt == null)
                ? Optional.of(with(this.dueAt, now, this.extendedFor, this.stoppedAt, this.stoppedFor, null, null))
                : Optional.empty();
    }

    /** Once, and only what is answered within a month. */
    Optional<Case> extend(String reason) {
        if (!isOpen() || this.extendedFor != null || this.kind == Right.COMPLAINT) {
            return Optional.empty();
        }
        Instant later = this.dueAt.atZone(ZoneOffset.UTC).plusMonths(MORE_MONTHS).toInstant();
        return Optional.of(with(later, this.acknowledgedAt, reason, this.stoppedAt, this.stoppedFor, null, null));
    }

    /** While we wait for the person. */
    Optional<Case> stop(String reason, Instant now) {
        return isTimed() ? Optional.of(with(this.dueAt, this.acknowledgedAt, this.extendedFor, now, reason, null, null))
                : Optional.empty();
    }

    /** The time that we waited is added. */
    Optional<Case> resume(Instant now) {
        Instant since = this.stoppedAt;
        return (isOpen() && since != null) ? Optional.of(with(this.dueAt.plus(Duration.between(since, now)),
                this.acknowledgedAt, this.extendedFor, null, null, null, null)) : Optional.empty();
    }

    Optional<Case> close(String outcome, Instant now) {
        return isOpen() ? Optional.of(with(this.dueAt, this.acknowledgedAt, this.extendedFor, null, null, now, outcome))
                : Optional.empty();
    }

    private Case with(Instant dueAt, @Nullable Instant acknowledgedAt, @Nullable String extendedFor,
            @Nullable Instant stoppedAt, @Nullable String stoppedFor, @Nullable Instant closedAt,
            @Nullable String outcome) {
        return new Case(this.caseId, this.subscriberId, this.kind, this.receivedAt, dueAt, acknowledgedAt, extendedFor,
                stoppedAt, stoppedFor, closedAt, outcome);
    }

}
