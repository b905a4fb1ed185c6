package newsletter.subscription.renewal;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A consent that nobody has ended, and what its giver was asked about it. Decides what
 * time does to it. What its giver reads or opens does not matter: only the button does.
 *
 * @param purposeVersion what was agreed to
 * @param purposeNow what the newsletter is for now
 * @param requestId what its giver was asked with, for the present purpose; absent as long
 * as they were not, and once it has lapsed
 * @param open whether that can still be answered
 */
record Running(UUID id, String newsletterId, int purposeVersion, int purposeNow, Instant givenAt, Instant validUntil,
        @Nullable UUID requestId, @Nullable Instant askedAt, @Nullable Instant remindedAt, boolean open) {

    /**
     * Nothing is asked late that no longer makes sense, whatever the reason is that it
     * was not asked in time: the consent just runs out.
     */
    Step step(Today today) {
        if (!today.now().isBefore(this.validUntil)) {
            return Step.EXPIRE;
        }
        if (!this.validUntil.isAfter(today.tooLate())) {
            return Step.NOTHING;
        }
        if (this.askedAt != null) {
            return isToBeReminded(this.askedAt, today) ? Step.REMIND : Step.NOTHING;
        }
        if (this.purposeVersion != this.purposeNow) {
            return Step.ASK_ANEW;
        }
        return isToBeAsked(today) ? Step.ASK : Step.NOTHING;
    }

    /** One that lasts a few weeks in all is asked about when half of them are over. */
    private boolean isToBeAsked(Today today) {
        Duration half = Duration.between(this.givenAt, this.validUntil).dividedBy(2);
        return !this.validUntil.isAfter(today.asking()) && !today.now().isBefore(this.givenAt.plus(half));
    }

    private boolean isToBeReminded(Instant asked, Today today) {
        return this.open && this.remindedAt == null && this.purposeVersion == this.purposeNow
                && !this.validUntil.isAfter(today.reminding()) && !asked.isAfter(today.rested());
    }

}
