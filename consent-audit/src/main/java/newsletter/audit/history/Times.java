package newsletter.audit.history;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Tells times as people in the city read them.
 *
 * @param zone the city's time zone
 */
@ConfigurationProperties("desk")
public record Times(@DefaultValue("Europe/London") ZoneId zone) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss zzz", Locale.UK);

    public String day(Instant at) {
        return DAY.format(at.atZone(this.zone));
    }

    public String minute(Instant at) {
        return MINUTE.format(at.atZone(this.zone));
    }

}
