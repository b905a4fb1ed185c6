package newsletter.mailer.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import newsletter.events.DeliveryReport.Outcome;
import newsletter.mailer.delivery.Claim.Settled;
import newsletter.mailer.handover.Answer;
import newsletter.mailer.handover.Answer.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

class ClaimTests {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Claim claim(int attempts) {
        return new Claim(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "AQ==", attempts);
    }

    private static Settled settle(Claim claim, Verdict verdict, Instant giveUpAt) {
        return claim.settle(new Answer(verdict, "words"), NOW, giveUpAt, MINUTE);
    }

    @ParameterizedTest
    @CsvSource({ "ACCEPTED, ACCEPTED", "REFUSED, REFUSED", "IN_DOUBT, UNKNOWN" })
    void aClearAnswerIsFinal(Verdict verdict, Outcome outcome) {
        Settled settled = settle(claim(0), verdict, TOMORROW);
        assertThat(settled.outcome()).isEqualTo(outcome);
        assertThat(settled.at()).isEqualTo(NOW);
        assertThat(settled.words()).isEqualTo("words");
    }

    @ParameterizedTest
    @CsvSource({ "0, 1", "1, 2", "2, 4", "5, 32", "6, 60", "80, 60" })
    void whatIsPutOffWaitsLongerEachTime(int attempts, long minutes) {
        Settled settled = settle(claim(attempts), Verdict.DEFERRED, TOMORROW);
        assertThat(settled.outcome()).isNull();
        assertThat(settled.delay()).isEqualTo(Duration.ofMinutes(minutes));
        assertThat(settled.attempts()).isEqualTo(attempts + 1);
    }

    @Test
    void whatIsPutOffForTooLongIsRefused() {
        Settled settled = settle(claim(7), Verdict.DEFERRED, NOW);
        assertThat(settled.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(settled.words()).isEqualTo("Given up: words");
    }

    @Test
    void whatWasNotBegunGoesBackAsItWas() {
        Settled settled = claim(3).untouched(NOW);
        assertThat(settled.outcome()).isNull();
        assertThat(settled.attempts()).isEqualTo(3);
        assertThat(settled.delay()).isZero();
    }

}
