package newsletter.subscription.renewal;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;

/**
 * A moment, and what is near it, in days as the city counts them: a day may have 23 hours
 * or 25.
 */
record Today(Instant now, ZoneId zone) {

    private static final Period ASK_BEFORE = Period.ofDays(30);

    private static final Period REMIND_BEFORE = Period.ofDays(7);

    /** Nobody is asked who has less than this to answer. */
    private static final Period NOTICE = Period.ofDays(1);

    /** Whoever was asked late, because nobody was at work, is not asked again at once. */
    private static final Period REST = Period.ofDays(7);

    /** What runs out together is asked about in one letter. */
    private static final Period TOGETHER = Period.ofDays(1);

    /** How long people can answer who are asked because of a new purpose. */
    private static final Period ANSWER_WITHIN = Period.ofDays(30);

    /** Who is not asked whether to renew what ends by then is asked too late. */
    Instant asking() {
        return in(ASK_BEFORE);
    }

    Instant reminding() {
        return in(REMIND_BEFORE);
    }

    /** What ends by then is left to end. */
    Instant tooLate() {
        return in(NOTICE);
    }

    /** Who was asked after this is not reminded yet. */
    Instant rested() {
        return this.now.atZone(this.zone).minus(REST).toInstant();
    }

    Instant answered() {
        return in(ANSWER_WITHIN);
    }

    /** From when on this should have been asked. */
    Instant askFrom(Instant validUntil) {
        return validUntil.atZone(this.zone).minus(ASK_BEFORE).toInstant();
    }

    Instant remindFrom(Instant validUntil) {
        return validUntil.atZone(this.zone).minus(REMIND_BEFORE).toInstant();
    }

    Today tomorrow() {
        return new Today(in(TOGETHER), this.zone);
    }

    private Instant in(Period days) {
        return this.now.atZone(this.zone).plus(days).toInstant();
    }

}
