package newsletter.subscription;

import java.net.URI;
import java.time.ZoneId;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where and when the city is.
 *
 * @param site the public address of this service, without a slash at its end
 * @param zone in which days and months are counted and shown
 */
@Validated
@ConfigurationProperties("newsletter")
public record SiteProperties(@DefaultValue("http://localhost:8080") URI site,
        @DefaultValue("Europe/London") ZoneId zone) {

    /**
     * The public address of a page.
     * @param path with a slash in front
     */
    public String address(String path) {
        return this.site + path;
    }

}
