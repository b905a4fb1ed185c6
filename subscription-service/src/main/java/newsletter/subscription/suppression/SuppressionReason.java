package newsletter.subscription.suppression;

import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Why an address is not written to any more. */
public enum SuppressionReason {

    /** Its owner objected to all of it. */
    OBJECTION,

    /** Its owner told their mailbox provider that a mail of ours is spam. */
    COMPLAINT,

    /** The mailbox does not exist. One may be opened under the same name. */
    UNDELIVERABLE,

    /** Its owner had themselves erased, and wants nobody to sign them up again. */
    ERASURE,

    /** A member of staff, for an owner who wrote or called. */
    STAFF;

    private static final Period UNDELIVERABLE_LASTS = Period.ofMonths(12);

    /** As in events and in the database. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The day from which on it is over; absent if it does not end by itself. */
    @Nullable LocalDate endsOn(LocalDate day) {
        return (this == UNDELIVERABLE) ? day.plus(UNDELIVERABLE_LASTS) : null;
    }

}
