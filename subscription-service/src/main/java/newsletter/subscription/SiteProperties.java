package newsletter.subscription;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import jakarta.validation.constraints.NotEmpty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where and when the city is, and what it speaks.
 *
 * @param site the public address of this service, without a slash at its end
 * @param zone in which days and months are counted and shown
 * @param languages of our pages, each with the country whose dates it writes; the first
 * is the one of addresses that name none
 */
@Validated
@ConfigurationProperties("newsletter")
public record SiteProperties(@DefaultValue("http://localhost:8080") URI site,
        @DefaultValue("Europe/London") ZoneId zone, @DefaultValue( {
                "en-GB", "pl-PL" }) @NotEmpty List<Locale> languages){

    /**
     * The public address of a page, in the first language.
     * @param path with a slash in front
     */
    public String address(String path) {
        return this.site + path;
    }

    /** The public address of a page in a language that we speak. */
    public String address(Locale language, String path) {
        return address(prefix(language) + path);
    }

    /** What addresses in a language begin with: nothing, or {@code /pl}. */
    public String prefix(Locale language) {
        String tag = language.getLanguage();
        return tag.equals(this.languages.getFirst().getLanguage()) ? "" : "/" + tag;
    }

}
