package newsletter.subscription.assisted;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

import newsletter.personaldata.EmailAddress;
import newsletter.subscription.catalogue.Shown;
import newsletter.subscription.signup.Assistance;

/**
 * What a member of staff wrote down.
 *
 * @param newsletters the ticked boxes
 * @param stamp what stood beside them
 * @param method {@code phone} or {@code paper-form}
 * @param agreed the day, such as {@code 2026-11-25}
 */
record AssistedForm(@Nullable List<String> newsletters, @Nullable String emailAddress, @Nullable String stamp,
        @Nullable String method, @Nullable String agreed, @Nullable String script, @Nullable String evidence) {

    static final List<String> METHODS = List.of("phone", "paper-form");

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9-]{1,64}");

    static AssistedForm begin(LocalDate today) {
        return new AssistedForm(null, null, null, null, today.toString(), null, null);
    }

    Set<String> ticked() {
        return (this.newsletters != null) ? new LinkedHashSet<>(this.newsletters) : Set.of();
    }

    Optional<EmailAddress> address() {
        return EmailAddress.parse(text(this.emailAddress));
    }

    /** In the order of the page. */
    void check(Shown shown, LocalDate today, Errors errors) {
        if (ticked().isEmpty()) {
            errors.rejectValue("newsletters", "staff.assisted.error.newsletters");
        }
        else if (!ticked().stream().allMatch((id) -> shown.offer(id).isPresent())) {
            errors.rejectValue("newsletters", "staff.assisted.error.unknown");
        }
        if (address().isEmpty()) {
            errors.rejectValue("emailAddress", "staff.assisted.error.address");
        }
        if (!METHODS.contains(text(this.method))) {
            errors.rejectValue("method", "staff.assisted.error.method");
        }
        if (day().filter((day) -> !day.isAfter(today)).isEmpty()) {
            errors.rejectValue("agreed", "staff.assisted.error.agreed");
        }
        if (!REFERENCE.matcher(text(this.script).replace('.', '-')).matches()) {
            errors.rejectValue("script", "staff.assisted.error.script");
        }
        if (!REFERENCE.matcher(text(this.evidence)).matches()) {
            errors.rejectValue("evidence", "staff.assisted.error.evidence");
        }
    }

    /** What it says, once it is checked. */
    Assistance assistance(String collector, ZoneId zone) {
        Instant collected = day().orElseThrow().atStartOfDay(zone).toInstant();
        return new Assistance(text(this.method), collected, collector, text(this.script), text(this.evidence));
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(text(this.agreed)));
        }
        catch (DateTimeParseException ex) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String typed) {
        return (typed != null) ? typed.strip() : "";
    }

}
