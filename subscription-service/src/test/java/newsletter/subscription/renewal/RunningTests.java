package newsletter.subscription.renewal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import newsletter.subscription.catalogue.Newsletter;

import static org.assertj.core.api.Assertions.assertThat;

/** C-28 and C-29, by the calendar alone. */
class RunningTests {

    private static final ZoneId EXFORD = ZoneId.of("Europe/London");

    private static final Instant GIVEN = Instant.parse("2026-12-22T14:09:31.482Z");

    private static final Instant END = Instant.parse("2028-12-22T14:09:31.482Z");

    private static Running consent(Instant given, Instant end, @Nullable Instant asked, @Nullable Instant reminded,
            boolean open) {
        return new Running(UUID.randomUUID(), "mayor", 1, 1, given, end, (asked != null) ? UUID.randomUUID() : null,
                asked, reminded, open);
    }

    private static Running unasked() {
        return consent(GIVEN, END, null, null, false);
    }

    private static Running asked(Duration beforeTheEnd) {
        return consent(GIVEN, END, END.minus(beforeTheEnd), null, true);
    }

    private static Step step(Running consent, Instant now) {
        return consent.step(new Today(now, EXFORD));
    }

    private static Step step(Running consent, Duration beforeTheEnd) {
        return step(consent, END.minus(beforeTheEnd));
    }

    @Test
    void c28AMonthBeforeTheEndItsGiverIsAsked() {
        assertThat(step(unasked(), Duration.ofDays(30).plusMillis(1))).isEqualTo(Step.NOTHING);
        assertThat(step(unasked(), Duration.ofDays(30))).isEqualTo(Step.ASK);
        assertThat(step(unasked(), GIVEN)).isEqualTo(Step.NOTHING);
    }

    @Test
    void c28AWeekBeforeItWhoHasNotAnsweredIsRemindedOnce() {
        assertThat(step(asked(Duration.ofDays(30)), Duration.ofDays(7).plusMillis(1))).isEqualTo(Step.NOTHING);
        assertThat(step(asked(Duration.ofDays(30)), Duration.ofDays(7))).isEqualTo(Step.REMIND);
        Instant asked = END.minus(Duration.ofDays(30));
        Running reminded = consent(GIVEN, END, asked, END.minus(Duration.ofDays(7)), true);
        assertThat(step(reminded, Duration.ofDays(6))).isEqualTo(Step.NOTHING);
        Running answered = consent(GIVEN, END, asked, null, false);
        assertThat(step(answered, Duration.ofDays(6))).isEqualTo(Step.NOTHING);
    }

    @Test
    void c28ThenItEnds() {
        assertThat(step(unasked(), Duration.ofMillis(1))).isEqualTo(Step.NOTHING);
        assertThat(step(unasked(), Duration.ZERO)).isEqualTo(Step.EXPIRE);
        assertThat(step(asked(Duration.ofDays(30)), Duration.ofDays(-400))).isEqualTo(Step.EXPIRE);
    }

    @Test
    void nobodyIsAskedWhoCanHardlyAnswer() {
        assertThat(step(unasked(), Duration.ofDays(1).plusMillis(1))).isEqualTo(Step.ASK);
        assertThat(step(unasked(), Duration.ofDays(1))).isEqualTo(Step.NOTHING);
        assertThat(step(asked(Duration.ofDays(30)), Duration.ofDays(1))).isEqualTo(Step.NOTHING);
    }

    @Test
    void whoWasAskedLateIsNotRemindedAtOnce() {
        assertThat(step(asked(Duration.ofDays(10)), Duration.ofDays(7))).isEqualTo(Step.NOTHING);
        assertThat(step(asked(Duration.ofDays(10)), Duration.ofDays(3))).isEqualTo(Step.REMIND);
        assertThat(step(asked(Duration.ofDays(5)), Duration.ofDays(1).plusMillis(1))).isEqualTo(Step.NOTHING);
    }

    @Test
    void aConsentForAFewWeeksIsNotAskedAboutOnItsFirstDay() {
        Running month = consent(END.minus(Duration.ofDays(28)), END, null, null, false);
        assertThat(step(month, Duration.ofDays(28))).isEqualTo(Step.NOTHING);
        assertThat(step(month, Duration.ofDays(14))).isEqualTo(Step.ASK);
    }

    @Test
    void c29WhoAgreedToAnotherPurposeIsAskedAtOnceAndNotAgain() {
        var former = new Running(UUID.randomUUID(), "mayor", 1, 2, GIVEN, END, null, null, null, false);
        assertThat(step(former, GIVEN.plusSeconds(1))).isEqualTo(Step.ASK_ANEW);
        var asked = new Running(UUID.randomUUID(), "mayor", 1, 2, GIVEN, END, UUID.randomUUID(), GIVEN.plusSeconds(1),
                null, true);
        assertThat(step(asked, Duration.ofDays(30))).isEqualTo(Step.NOTHING);
        assertThat(step(asked, Duration.ofDays(7))).isEqualTo(Step.NOTHING);
        assertThat(step(asked, Duration.ZERO)).isEqualTo(Step.EXPIRE);
    }

    /**
     * 30 days before is the same time of day, whether the clocks change between or not.
     */
    @ParameterizedTest
    @CsvSource({ "2028-04-10T12:00, 2028-03-11T12:00", "2028-11-10T12:00, 2028-10-11T12:00",
            "2028-03-30T12:00, 2028-02-29T12:00", "2029-03-30T12:00, 2029-02-28T12:00",
            "2028-03-31T01:30, 2028-03-01T01:30", "2029-01-05T00:00, 2028-12-06T00:00" })
    void daysAreCountedAsTheCityCountsThem(LocalDateTime end, LocalDateTime ask) {
        Instant until = end.atZone(EXFORD).toInstant();
        Running consent = consent(until.minus(Duration.ofDays(700)), until, null, null, false);
        Instant from = ask.atZone(EXFORD).toInstant();
        assertThat(step(consent, from)).isEqualTo(Step.ASK);
        assertThat(step(consent, from.minusMillis(1))).isEqualTo(Step.NOTHING);
        assertThat(new Today(from, EXFORD).askFrom(until)).isEqualTo(from);
    }

    /** What is given on 29 February, or in an hour that there is only twice a year. */
    @ParameterizedTest
    @CsvSource({ "P24M, 2028-02-29T10:00:00Z, 2030-02-28T10:00:00Z", "P48M, 2028-02-29T10:00:00Z, 2032-02-29T10:00:00Z",
            "P24M, 2026-02-28T10:00:00Z, 2028-02-28T10:00:00Z", "P24M, 2026-10-25T00:30:00Z, 2028-10-25T00:30:00Z",
            "P24M, 2026-10-25T01:30:00Z, 2028-10-25T00:30:00Z", "P24M, 2024-03-26T01:30:00Z, 2026-03-26T01:30:00Z",
            "P24M, 2021-03-26T01:30:00Z, 2023-03-26T01:30:00Z", "P6M, 2026-09-28T23:30:00Z, 2027-03-28T23:30:00Z",
            "P24M, 2026-06-30T22:30:00Z, 2028-06-30T22:30:00Z", "P12M, 2026-03-28T01:30:00Z, 2027-03-28T01:30:00Z" })
    void c28MonthsAreCountedAsTheCityCountsThem(String validity, Instant given, Instant until) {
        var newsletter = new Newsletter("mayor", "Email from the Mayor", "…", 1, "…", validity, "en");
        assertThat(newsletter.validUntil(given, EXFORD)).isEqualTo(until);
    }

}
