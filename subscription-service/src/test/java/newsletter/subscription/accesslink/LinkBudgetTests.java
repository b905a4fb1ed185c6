package newsletter.subscription.accesslink;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LinkBudgetTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static boolean allows(Duration... ago) {
        return new LinkBudget(Arrays.stream(ago).map(NOW::minus).toList()).allowsOneMore(NOW);
    }

    @Test
    void thereIsOneLetterInTenMinutes() {
        assertThat(allows()).isTrue();
        assertThat(allows(Duration.ofMinutes(10).minusMillis(1))).isFalse();
        assertThat(allows(Duration.ofMinutes(10))).isTrue();
    }

    @Test
    void thereAreThreeLettersADay() {
        assertThat(allows(Duration.ofHours(1), Duration.ofHours(2))).isTrue();
        assertThat(allows(Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(24).minusMillis(1))).isFalse();
        assertThat(allows(Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(24))).isTrue();
    }

}
