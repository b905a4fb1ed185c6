package newsletter.audit.history;

import java.time.ZoneId;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the past is told.
 *
 * @param zone the city's time zone; UTC is always told beside it
 */
@ConfigurationProperties("history")
public record HistoryProperties(@DefaultValue("Europe/London") ZoneId zone) {
}
