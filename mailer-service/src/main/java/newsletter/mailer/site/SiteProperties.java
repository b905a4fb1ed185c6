package newsletter.mailer.site;

import java.net.URI;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the public site is.
 *
 * @param site its address as residents reach it, without a slash at the end
 * @param staffArea where staff look after newsletters and wordings; no link if absent
 */
@Validated
@ConfigurationProperties("newsletter")
record SiteProperties(@Pattern(regexp = "https?://[A-Za-z0-9.:-]+(/[A-Za-z0-9._~/-]*[A-Za-z0-9._~-])?",
        message = "must be an address such as https://news.example.org, without a slash at the end") String site,
        @Nullable URI staffArea) {
}
