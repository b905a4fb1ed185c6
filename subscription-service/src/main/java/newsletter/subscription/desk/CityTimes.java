package newsletter.subscription.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Points in time as people at city hall say them. */
record CityTimes(DateTimeFormatter day, DateTimeFormatter minute) {

    CityTimes(ZoneId zone) {
        this(DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(zone),
                DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH).withZone(zone));
    }

    /** 25 November 2026, 14:05. */
    public String words(@Nullable Instant instant) {
        return (instant != null) ? this.minute.format(instant) : "";
    }

    /** 25 November 2026. */
    public String date(@Nullable Instant instant) {
        return (instant != null) ? this.day.format(instant) : "";
    }

}
