package newsletter.mailer.site;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the public site is.
 *
 * @param site its address as residents reach it, without a slash at the end
 * @param staffArea where staff look after newsletters and wordings; no link if absent
 * @param languages of its pages, the first of which its addresses do not name: the same
 * as in subscription-service
 */
@Validated
@ConfigurationProperties("newsletter")
record SiteProperties(@Pattern(regexp = "https?://[A-Za-z0-9.:-]+(/[A-Za-z0-9._~/-]*[A-Za-z0-9._~-])?",
        message = "must be an address such as https://news.example.org, without a slash at the end") String site,
        @Nullable URI staffArea, @DefaultValue( {
                "en-GB", "pl-PL" }) @NotEmpty List<Locale> languages){

    /** What addresses in a language begin with: nothing, or {@code /pl}. */
    String prefix(String language) {
        return this.languages.stream()
            .skip(1)
            .map(Locale::getLanguage)
            .filter(language::equals)
            .findFirst()
            .map((tag) -> "/" + tag)
            .orElse("");
    }

}
