package newsletter.theme;

import java.time.Duration;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The colours of the city as a style sheet of our own host: the content security policy
 * allows no style inside a page.
 */
@RestController
class CityStyleController {

    private final String css;

    private final String etag;

    CityStyleController(CityProperties city) {
        this.css = css(Colour.of(city.primaryColour()), Colour.of(city.accentColour()));
        this.etag = '"' + DigestUtils.md5DigestAsHex(this.css.getBytes(UTF_8)) + '"';
    }

    @GetMapping("/theme/city.css")
    ResponseEntity<String> colours() {
        return ResponseEntity.ok()
            .contentType(new MediaType("text", "css", UTF_8))
            .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic())
            .eTag(this.etag)
            .body(this.css);
    }

    private static String css(Colour primary, Colour accent) {
        return """
                :root {
                  --city-primary: %s;
                  --city-primary-dark: %s;
                  --city-primary-darker: %s;
                  --city-accent: %s;
                  --city-edge: %s;
                  --city-tint: %s;
                  --govuk-brand-colour: var(--city-primary);
                  --govuk-link-colour: var(--city-primary);
                  --govuk-link-hover-colour: var(--city-primary-darker);
                  --govuk-surface-background-colour: var(--city-tint);
                  --govuk-surface-border-colour: var(--city-edge);
                  --govuk-template-background-colour: var(--city-tint);
                }
                """.formatted(primary, primary.darker(0.25), primary.darker(0.5), accent, primary.lighter(0.75),
                primary.lighter(0.95));
    }

}
