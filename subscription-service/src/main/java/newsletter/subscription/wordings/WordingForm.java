package newsletter.subscription.wordings;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

import newsletter.subscription.wordings.Semver.Rise;

/**
 * What staff type. Characters that no keyboard types are dropped as they come in.
 *
 * @param rise how much has changed
 * @param beginsOn empty if it is to begin when it is published
 * @param review which draft is changed; absent if it is begun
 * @param version which version of it was seen
 */
record WordingForm(@Nullable String text, @Nullable String rise, @Nullable String beginsOn, @Nullable String reason,
        @Nullable UUID review, @Nullable Integer version) {

    /** A form of ours may be 64 KB long. */
    private static final int LONGEST = 20_000;

    WordingForm {
        text = (text != null)
                ? text.replaceAll("\\r\\n?", "\n").replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}&&[^\\n]]", "").strip() : "";
        rise = (rise != null) ? rise : "";
        beginsOn = (beginsOn != null) ? beginsOn.strip() : "";
        reason = (reason != null) ? reason.replaceAll("\\p{Cc}+", " ").strip() : "";
    }

    static WordingForm of(Draft draft, UUID review, int version) {
        return new WordingForm(draft.text(), draft.rise().key(),
                Optional.ofNullable(draft.beginsOn()).map(LocalDate::toString).orElse(""), draft.reason(), review,
                version);
    }

    /** As it was typed, after somebody else was quicker: now that was seen as well. */
    WordingForm seen(int version) {
        return new WordingForm(this.text, this.rise, this.beginsOn, this.reason, this.review, version);
    }

    void check(BindingResult errors) {
        if (words().isEmpty()) {
            errors.rejectValue("text", "staff.error.text");
        }
        else if (words().length() > LONGEST) {
            errors.rejectValue("text", "staff.error.text-too-long");
        }
        if (!String.valueOf(this.rise).matches("major|minor|patch")) {
            errors.rejectValue("rise", "staff.error.rise");
        }
        if (!isDay(String.valueOf(this.beginsOn))) {
            errors.rejectValue("beginsOn", "staff.error.begins-on");
        }
    }

    private static boolean isDay(String text) {
        try {
            return text.isEmpty() || LocalDate.parse(text).getYear() < 2100;
        }
        catch (DateTimeParseException ex) {
            return false;
        }
    }

    Draft draft(UUID reviewId, Series series) {
        String day = String.valueOf(this.beginsOn);
        return new Draft(reviewId, series, Rise.of(String.valueOf(this.rise)),
                day.isEmpty() ? null : LocalDate.parse(day), words(), String.valueOf(this.reason));
    }

    String words() {
        return (this.text != null) ? this.text : "";
    }

    int seenVersion() {
        return (this.version != null) ? this.version : 0;
    }

}
