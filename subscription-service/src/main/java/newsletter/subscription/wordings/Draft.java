package newsletter.subscription.wordings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import newsletter.subscription.review.Refused;
import newsletter.subscription.review.Refused.Reason;
import newsletter.subscription.wordings.Semver.Rise;
import newsletter.subscription.wordings.Versions.Version;

/**
 * The next version, as somebody proposes it.
 *
 * @param beginsOn absent if it is to begin when it is published
 * @param reason in words, for the officer
 */
record Draft(UUID reviewId, Series series, Rise rise, @Nullable LocalDate beginsOn, String text, String reason) {

    /**
     * The version that it becomes.
     * @param earlier what there is, the last one first
     */
    Version publish(List<Version> earlier, List<Finding> findings, String by, Instant now, ZoneId zone) {
        require(findings.isEmpty(), Reason.FINDINGS);
        Version last = earlier.isEmpty() ? null : earlier.getFirst();
        Instant begins = (this.beginsOn != null) ? this.beginsOn.atStartOfDay(zone).toInstant() : now;
        require(!begins.isBefore(now), Reason.BEGINS_TOO_EARLY);
        require(last == null || begins.isAfter(last.effectiveFrom()), Reason.BEGINS_TOO_EARLY);
        String number = Semver.after((last != null) ? last.number() : null, this.rise);
        return new Version(Versions.sha256(this.text), number, begins, by, this.text);
    }

    private static void require(boolean rule, Reason reason) {
        if (!rule) {
            throw new Refused(reason);
        }
    }

}
