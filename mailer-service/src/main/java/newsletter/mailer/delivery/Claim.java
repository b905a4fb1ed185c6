package newsletter.mailer.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import newsletter.events.DeliveryReport.Outcome;
import newsletter.mailer.handover.Answer;

/**
 * A delivery that is in hand: its consent was live in the transaction that took it up.
 *
 * @param address the encrypted address, in Base64
 * @param attempts how often it was put off
 */
record Claim(UUID deliveryId, UUID subscriberId, UUID consentId, String address, int attempts) {

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    byte[] encryptedAddress() {
        return Base64.getMimeDecoder().decode(this.address);
    }

    /** Decides what an answer means for it. */
    Settled settle(Answer answer, Instant now, Instant giveUpAt, Duration firstRetry) {
        return switch (answer.verdict()) {
            case ACCEPTED -> decided(Outcome.ACCEPTED, now, answer.words());
            case REFUSED -> decided(Outcome.REFUSED, now, answer.words());
            // To send it again could be to send it twice.
            case IN_DOUBT -> decided(Outcome.UNKNOWN, now, answer.words());
            case DEFERRED -> now.isBefore(giveUpAt)
                    ? new Settled(this, null, now, answer.words(), wait(firstRetry), this.attempts + 1)
                    : decided(Outcome.REFUSED, now, "Given up: " + answer.words());
        };
    }

    private Settled decided(Outcome outcome, Instant now, String words) {
        return new Settled(this, outcome, now, words, Duration.ZERO, this.attempts);
    }

    private Duration wait(Duration firstRetry) {
        // Beyond 2^12 it is longer than the longest, whatever the first was.
        Duration wait = firstRetry.multipliedBy(1L << Math.min(this.attempts, 12));
        return (wait.compareTo(LONGEST_WAIT) < 0) ? wait : LONGEST_WAIT;
    }

    /** It was not begun, and goes back as it was. */
    Settled untouched(Instant now) {
        return new Settled(this, null, now, null, Duration.ZERO, this.attempts);
    }

    /**
     * What became of it.
     *
     * @param outcome absent if it waits again
     * @param words the relay's or ours, without any address; absent if nobody was asked
     * @param delay how long it waits, if it does
     */
    record Settled(Claim claim, @Nullable Outcome outcome, Instant at, @Nullable String words, Duration delay,
            int attempts) {
    }

}
