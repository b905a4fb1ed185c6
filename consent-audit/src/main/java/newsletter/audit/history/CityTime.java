package newsletter.audit.history;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.springframework.stereotype.Component;

import newsletter.theme.CityProperties;

/**
 * Tells the time twice, as the city's clocks show it and in UTC: in the hour that autumn
 * repeats, only the latter is unambiguous. Pages know it by its name.
 */
@Component("cityTime")
public class CityTime {

    private static final DateTimeFormatter CITY = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss", Locale.UK);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS 'UTC'", Locale.UK)
        .withZone(ZoneOffset.UTC);

    private final CityProperties city;

    public CityTime(CityProperties city) {
        this.city = city;
    }

    /** {@code 22 November 2026, 14:09:31}. */
    public String of(Instant instant) {
        return CITY.format(instant.atZone(this.city.zone()));
    }

    /** {@code 22 November 2026}. */
    public String day(Instant instant) {
        return DAY.format(instant.atZone(this.city.zone()));
    }

    /** {@code 2026-11-22 14:09:31.482 UTC}. */
    public String utc(Instant instant) {
        return UTC.format(instant);
    }

}
