package newsletter.theme;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

class StyleSheetTests {

    @Test
    void theStyleSheetBringsNothingOfTheGovernmentsAndLoadsNothing() throws IOException {
        String css = read("static/theme/theme.css");
        assertThat(css).containsIgnoringCase("MIT licence: see LICENCE-govuk-frontend.txt");
        assertThat(css.toLowerCase(Locale.ROOT)).hasSizeGreaterThan(50_000)
            .doesNotContain("@font-face", "gds transport", "crown", "crest", "url(", "@import", "#1d70b8");
        // GOV.UK prints the address behind a link by its beginning; that loads nothing.
        assertThat(css.replaceAll("\\[href\\^=\"?https?://\"?]", "")).doesNotContain("http:", "https:", "//");
    }

    @Test
    void itsLicenceLiesBesideIt() throws IOException {
        assertThat(read("static/theme/LICENCE-govuk-frontend.txt")).contains("The MIT License",
                "Permission is hereby granted", "Government Digital Service");
        assertThat(read("static/theme/LICENCE-htmx.txt")).contains("Zero-Clause BSD");
    }

    @Test
    void itFollowsTheColoursOfTheCity() throws IOException {
        assertThat(read("static/theme/theme.css")).contains("var(--city-primary,", "var(--city-accent,",
                "var(--govuk-link-colour", "forced-colors", "prefers-reduced-motion", "@media print");
    }

    @Test
    void theLogoIsADrawingAndNothingElse() throws IOException {
        assertThat(read("static/theme/exford.svg")).doesNotContain("script", "style", "href", "<image", "<text");
    }

    private static String read(String path) throws IOException {
        return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
    }

}
