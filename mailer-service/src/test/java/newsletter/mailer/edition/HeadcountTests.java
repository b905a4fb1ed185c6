package newsletter.mailer.edition;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HeadcountTests {

    @ParameterizedTest
    @CsvSource({ "0, fewer than 10 residents", "1, fewer than 10 residents", "9, fewer than 10 residents",
            "10, 10 residents", "'12431', '12,431 residents'" })
    void singlesNobodyOut(long people, String words) { // C-33
        assertThat(Headcount.words(people)).isEqualTo(words);
    }

}
