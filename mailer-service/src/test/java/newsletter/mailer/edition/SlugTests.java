package newsletter.mailer.edition;

import java.time.YearMonth;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SlugTests {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Winter service              | 2026-11-winter-service
            Grüße, große Straße & mehr! | 2026-11-grusse-grosse-strasse-mehr
            ../../etc/passwd?x=<b>      | 2026-11-etc-passwd-x-b
            ﬁve ½ Å                     | 2026-11-five-1-2-a
            市からのお知らせ               | 2026-11
            🌉                          | 2026-11
            -- a --                     | 2026-11-a
            """)
    void isMadeOfLettersThatEveryBrowserShows(String title, String slug) {
        assertThat(Slug.of(NOVEMBER, title)).isEqualTo(slug);
    }

    @Test
    void isNotLong() {
        assertThat(Slug.of(NOVEMBER, "word ".repeat(100))).hasSizeLessThanOrEqualTo(70).endsWith("word");
    }

    @Test
    void isNumberedWhenItIsTaken() {
        assertThat(Slug.free("2026-11-a", List.of())).isEqualTo("2026-11-a");
        assertThat(Slug.free("2026-11-a", List.of("2026-11-a"))).isEqualTo("2026-11-a-2");
        assertThat(Slug.free("2026-11-a", List.of("2026-11-a", "2026-11-a-2", "2026-11-a-b"))).isEqualTo("2026-11-a-3");
    }

}
