package newsletter.mailer.edition;

import java.time.ZoneId;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the staff desk behaves.
 *
 * @param zone in which its times are shown
 */
@ConfigurationProperties("mailer.edition")
record EditionProperties(@DefaultValue("Europe/London") ZoneId zone) {
}
