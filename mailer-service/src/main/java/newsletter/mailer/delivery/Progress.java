package newsletter.mailer.delivery;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The books of one edition. At every moment planned = accepted + refused + suppressed +
 * unknown + waiting.
 *
 * @param waiting not decided yet: not taken up, on its way, or to be tried again
 * @param finishedAt when nothing was waiting any more
 * @param trouble why mails are waiting though they were tried, such as the mail server
 * being down; absent when all is well
 */
public record Progress(long planned, long accepted, long refused, long suppressed, long unknown, long waiting,
        @Nullable Instant finishedAt, @Nullable String trouble) {
}
