package newsletter.theme;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CityPropertiesTests {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
        .withUserConfiguration(Settings.class);

    @EnableConfigurationProperties(CityProperties.class)
    static class Settings {

    }

    @Test
    void aCityThatDoesNotExistIsTheDefault() {
        this.service.run((context) -> assertThat(context.getBean(CityProperties.class)).satisfies((city) -> {
            assertThat(city.name()).isEqualTo("City of Exford");
            assertThat(city.contact().email()).endsWith("example.org");
        }));
    }

    @Test
    void aColourOnWhichWhiteCannotBeReadIsRefused() {
        this.service.withPropertyValues("city.primary-colour=#e2725b")
            .run((context) -> assertThat(context).getFailure()
                .rootCause()
                .hasMessageContaining("city.primary-colour must have a contrast of at least 4.5 to 1 with white"));
    }

    @Test
    void theLeastContrastThatWillDoIsAccepted() {
        this.service.withPropertyValues("city.primary-colour=#767676")
            .run((context) -> assertThat(context).hasNotFailed());
        this.service.withPropertyValues("city.primary-colour=#777777")
            .run((context) -> assertThat(context).hasFailed());
    }

    @ParameterizedTest
    @CsvSource({ "city.primary-colour, teal", "city.accent-colour, #fff", "city.accent-colour, #00000g",
            "city.accent-colour, '#000000;}'", "city.logo, //cdn.example.net/logo.svg",
            "city.logo, https://cdn.example.net/logo.svg", "city.contact.email, nobody", "city.name, ''" })
    void whatCannotBeRightIsRefused(String setting, String value) {
        this.service.withPropertyValues(setting + "=" + value).run((context) -> assertThat(context).hasFailed());
    }

    @Test
    void contrastIsMeasuredAsTheGuidelinesSay() {
        assertThat(Colour.of("#ffffff").contrastWithWhite()).isEqualTo(1);
        assertThat(Colour.of("#000000").contrastWithWhite()).isEqualTo(21);
        assertThat(Colour.of("#17494d").contrastWithWhite()).isCloseTo(10.1, within(0.1));
        assertThat(Colour.of("#1A2b3C")).hasToString("#1a2b3c");
    }

}
