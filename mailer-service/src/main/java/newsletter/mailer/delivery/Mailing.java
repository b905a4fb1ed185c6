package newsletter.mailer.delivery;

import java.util.UUID;

import newsletter.mailer.rendering.CompiledMail;

/**
 * An approved edition, to be sent.
 *
 * @param purposeVersion the purpose it was written for; consent to another does not count
 * @param mail exactly what was approved
 */
public record Mailing(UUID editionId, String newsletterId, int purposeVersion, CompiledMail mail) {
}
