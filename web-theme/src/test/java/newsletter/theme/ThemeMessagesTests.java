package newsletter.theme;

import java.io.IOException;
import java.util.Locale;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class ThemeMessagesTests {

    private static Properties words(String bundle) throws IOException {
        return PropertiesLoaderUtils
            .loadProperties(new EncodedResource(new ClassPathResource(bundle + ".properties"), UTF_8));
    }

    @Test
    void aTranslationHasEachWordAndNoOther() throws IOException {
        Properties polish = words("messages-theme_pl");
        assertThat(polish.stringPropertyNames())
            .containsExactlyInAnyOrderElementsOf(words("messages-theme").stringPropertyNames());
        assertThat(polish.values()).noneMatch((text) -> text.toString().isBlank());
        assertThat(polish).containsEntry("theme.lang", "pl");
    }

    @Test
    void whatIsNotTranslatedIsEnglishWhateverTheMachineSpeaks() {
        Locale machine = Locale.getDefault();
        Locale.setDefault(Locale.of("pl"));
        try {
            assertThat(ThemeMessages.read().getMessage("theme.lang", null, Locale.UK)).isEqualTo("en");
            assertThat(ThemeMessages.read().getMessage("theme.lang", null, Locale.of("pl", "PL"))).isEqualTo("pl");
        }
        finally {
            Locale.setDefault(machine);
        }
    }

}
