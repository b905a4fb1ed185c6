package newsletter.subscription.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import newsletter.subscription.catalogue.Newsletter;

import static org.assertj.core.api.Assertions.assertThat;

class WithdrawnTests {

    private static final Instant ENDED = Instant.parse("2026-11-22T12:00:00Z");

    private static final Optional<Newsletter> MAYOR = newsletter(2);

    private static Optional<Newsletter> newsletter(int purposeVersion) {
        return Optional.of(new Newsletter("mayor", "Email from the Mayor", "…", purposeVersion, "…", "P24M", "en"));
    }

    private static Withdrawn validFor(Duration time) {
        return new Withdrawn(UUID.randomUUID(), "mayor", 2, UUID.randomUUID(), "a1", "c3", "d4", "en", ENDED.plus(time),
                ENDED);
    }

    @Test
    void itCanBeUndoneForTwentyEightDays() {
        Withdrawn withdrawn = validFor(Duration.ofDays(500));
        assertThat(withdrawn.canBeUndone(MAYOR, ENDED)).isTrue();
        assertThat(withdrawn.canBeUndone(MAYOR, ENDED.plus(Duration.ofDays(28)).minusMillis(1))).isTrue();
        assertThat(withdrawn.canBeUndone(MAYOR, ENDED.plus(Duration.ofDays(28)))).isFalse();
    }

    @Test
    void whatWouldHaveRunOutCannotBeHadBack() {
        Withdrawn withdrawn = validFor(Duration.ofDays(1));
        assertThat(withdrawn.canBeUndone(MAYOR, ENDED.plus(Duration.ofDays(1)).minusMillis(1))).isTrue();
        assertThat(withdrawn.canBeUndone(MAYOR, ENDED.plus(Duration.ofDays(1)))).isFalse();
    }

    @Test
    void c29NeitherCanAnotherPurposeNorWhatIsNoLongerPublished() {
        Withdrawn withdrawn = validFor(Duration.ofDays(500));
        assertThat(withdrawn.canBeUndone(newsletter(3), ENDED)).isFalse();
        assertThat(withdrawn.canBeUndone(newsletter(1), ENDED)).isFalse();
        assertThat(withdrawn.canBeUndone(Optional.empty(), ENDED)).isFalse();
    }

}
