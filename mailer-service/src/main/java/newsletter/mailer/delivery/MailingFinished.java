package newsletter.mailer.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * Nothing of an edition is waiting any more. Published once, as an application event, in
 * the transaction that recorded the last outcome: a listener that throws undoes that
 * recording, so it must not.
 */
public record MailingFinished(UUID editionId, Instant at) {
}
