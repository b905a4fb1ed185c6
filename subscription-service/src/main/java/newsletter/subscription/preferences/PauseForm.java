package newsletter.subscription.preferences;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A day, as people type one. */
record PauseForm(@Nullable String day, @Nullable String month, @Nullable String year) {

    static final PauseForm EMPTY = new PauseForm(null, null, null);

    /** Whoever wants none for longer than this had better stop them. */
    static final int MONTHS_AT_MOST = 12;

    private static final Pattern DAY_OR_MONTH = Pattern.compile("[0-9]{1,2}");

    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

    /** Empty if there is no such day. */
    Optional<LocalDate> date() {
        if (!DAY_OR_MONTH.matcher(trimmed(this.day)).matches() || !DAY_OR_MONTH.matcher(trimmed(this.month)).matches()
                || !YEAR.matcher(trimmed(this.year)).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(trimmed(this.year)), Integer.parseInt(trimmed(this.month)),
                    Integer.parseInt(trimmed(this.day))));
        }
        catch (DateTimeException ex) {
            return Optional.empty();
        }
    }

    private static String trimmed(@Nullable String typed) {
        return (typed != null) ? typed.strip() : "";
    }

    /** One error, at the field that has to be put right. */
    void check(LocalDate today, Errors errors) {
        boolean noDay = trimmed(this.day).isEmpty();
        boolean noMonth = trimmed(this.month).isEmpty();
        boolean noYear = trimmed(this.year).isEmpty();
        if (noDay && noMonth && noYear) {
            errors.rejectValue("day", "pause.error.missing");
        }
        else if (noDay) {
            errors.rejectValue("day", "pause.error.no-day");
        }
        else if (noMonth) {
            errors.rejectValue("month", "pause.error.no-month");
        }
        else if (noYear) {
            errors.rejectValue("year", "pause.error.no-year");
        }
        else {
            date().ifPresentOrElse((date) -> check(date, today, errors),
                    () -> errors.rejectValue("day", "pause.error.not-a-day"));
        }
    }

    private static void check(LocalDate date, LocalDate today, Errors errors) {
        if (!date.isAfter(today)) {
            errors.rejectValue("day", "pause.error.past");
        }
        else if (date.isAfter(today.plusMonths(MONTHS_AT_MOST))) {
            errors.rejectValue("day", "pause.error.too-far");
        }
    }

}
