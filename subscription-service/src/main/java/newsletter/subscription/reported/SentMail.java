package newsletter.subscription.reported;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One edition to one person.
 *
 * @param title of the edition; absent if it was never published
 * @param consentId the consent it was sent on the strength of
 * @param outcome {@code accepted}, {@code refused}, {@code suppressed} or {@code unknown}
 * @param relayReply the mail relay's last words
 */
public record SentMail(Instant at, String newsletterId, @Nullable String title, UUID consentId, String outcome,
        String messageId, @Nullable String relayReply) {
}
