package newsletter.mailer.edition;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.springframework.stereotype.Component;

import newsletter.theme.CityProperties;

/** Points in time as people at city hall say them. */
@Component
class LocalTimes {

    private final DateTimeFormatter format;

    LocalTimes(CityProperties city) {
        this.format = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH).withZone(city.zone());
    }

    public String words(Instant instant) {
        return this.format.format(instant);
    }

}
