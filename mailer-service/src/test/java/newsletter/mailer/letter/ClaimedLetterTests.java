package newsletter.mailer.letter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import newsletter.events.DeliveryReport.Outcome;
import newsletter.mailer.handover.Answer;
import newsletter.mailer.handover.Answer.Verdict;
import newsletter.mailer.letter.ClaimedLetter.Settled;
import newsletter.mailer.letter.Letter.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class ClaimedLetterTests {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private static Settled settle(int attempts, int doubts, Verdict verdict) {
        return new ClaimedLetter("welcome:1", UUID.randomUUID(), Kind.WELCOME, "1", UUID.randomUUID(),
                UUID.randomUUID(), "en", NOW, NOW, "p", null, "AQ==", attempts, doubts, List.of())
            .settle(new Answer(verdict, "words"), NOW, Duration.ofSeconds(5));
    }

    @Test
    void aClearAnswerIsFinal() {
        assertThat(settle(0, 0, Verdict.ACCEPTED).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(settle(0, 0, Verdict.REFUSED).outcome()).isEqualTo(Outcome.REFUSED);
    }

    @ParameterizedTest
    @CsvSource({ "0, 5", "1, 10", "4, 80", "6, 300", "90, 300" })
    void whatIsPutOffWaitsLongerEachTime(int attempts, long seconds) {
        Settled settled = settle(attempts, 0, Verdict.DEFERRED);
        assertThat(settled.outcome()).isNull();
        assertThat(settled.delay()).isEqualTo(Duration.ofSeconds(seconds));
    }

    /** M-50: at worst twice, never in a loop. */
    @Test
    void whatIsInDoubtIsSentOnceMoreAndThenLeft() {
        Settled once = settle(0, 0, Verdict.IN_DOUBT);
        assertThat(once.outcome()).isNull();
        assertThat(once.doubts()).isEqualTo(1);
        assertThat(settle(1, once.doubts(), Verdict.IN_DOUBT).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

}
