package newsletter.mailer.letter;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import newsletter.events.DeliveryReport.Outcome;
import newsletter.mailer.handover.Answer;
import newsletter.mailer.letter.Letter.Kind;

/**
 * A letter that is in hand, with all it needs.
 *
 * @param letterId names it in Message-ID and return path
 * @param recipientId for whom the address is encrypted: the subscriber, or an address
 * that is lent for this letter
 * @param privacyNotice the one that was shown; absent in a letter with a link
 * @param wording what the confirmation mail says; absent in all others
 * @param address the encrypted address, in Base64
 * @param attempts how often it was put off
 * @param doubts how often it was handed over, perhaps, and nobody knows
 */
record ClaimedLetter(String key, UUID letterId, Kind kind, String about, UUID subscriberId, UUID recipientId,
        String language, Instant occurredAt, Instant expiresAt, @Nullable String privacyNotice,
        @Nullable String wording, String address, int attempts, int doubts, List<Item> items) {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    /**
     * One newsletter.
     *
     * @param statement what was shown beside its box
     * @param sha256 by which the statement is found
     * @param live whether it may be written to; of what is only asked for, it may not yet
     * @param until when the consent ends that a renewal is about; absent in other letters
     * @param former what that was given to, if it is not for the present purpose
     */
    record Item(String newsletterId, String name, String frequency, String statement, String sha256, boolean live,
            @Nullable Instant until, @Nullable String former) {
    }

    byte[] encryptedAddress() {
        return Base64.getMimeDecoder().decode(this.address);
    }

    /**
     * Decides what an answer means. One in doubt is sent once more, with the same
     * Message-ID: a letter that comes twice is a nuisance, one that never comes keeps a
     * person out. In doubt again, it is left: it must not loop.
     */
    Settled settle(Answer answer, Instant now, Duration firstRetry) {
        return switch (answer.verdict()) {
            case ACCEPTED -> new Settled(Outcome.ACCEPTED, now, answer.words(), Duration.ZERO, this.doubts);
            case REFUSED -> new Settled(Outcome.REFUSED, now, answer.words(), Duration.ZERO, this.doubts);
            case DEFERRED -> new Settled(null, now, answer.words(), delay(firstRetry), this.doubts);
            case IN_DOUBT -> (this.doubts == 0) ? new Settled(null, now, answer.words(), delay(firstRetry), 1)
                    : new Settled(Outcome.UNKNOWN, now, answer.words(), Duration.ZERO, this.doubts + 1);
        };
    }

    private Duration delay(Duration firstRetry) {
        Duration delay = firstRetry.multipliedBy(1L << Math.min(this.attempts, 12));
        return (delay.compareTo(LONGEST_WAIT) < 0) ? delay : LONGEST_WAIT;
    }

    /**
     * What became of it.
     *
     * @param outcome absent if it waits again
     * @param words the relay's or ours, without any address
     * @param delay how long it waits, if it does
     */
    record Settled(@Nullable Outcome outcome, Instant at, String words, Duration delay, int doubts) {
    }

}
