package newsletter.subscription.wordings;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import newsletter.subscription.wordings.Semver.Rise;

import static org.assertj.core.api.Assertions.assertThat;

class SemverTests {

    @ParameterizedTest
    @CsvSource({ ",MINOR,1.0.0", "1.2.3,MAJOR,2.0.0", "1.2.3,MINOR,1.3.0", "1.2.9,PATCH,1.2.10" })
    void theNumberRises(String last, Rise rise, String next) {
        assertThat(Semver.after(last, rise)).isEqualTo(next);
    }

}
