package newsletter.subscription.reported;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One letter, such as {@code welcome}.
 *
 * @param about the request, the receipt or the case it spoke of
 */
public record SentLetter(Instant at, String letter, String about, String outcome, String messageId,
        @Nullable String relayReply) {
}
