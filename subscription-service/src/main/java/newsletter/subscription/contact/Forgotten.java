package newsletter.subscription.contact;

import java.util.List;
import java.util.UUID;

/**
 * A subscriber is being erased, in this transaction. Whoever keeps anything by which they
 * could be found or written to, or that waits for them, listens and deletes it.
 *
 * @param letterTags under which letters to their address are counted
 */
public record Forgotten(UUID subscriberId, List<byte[]> letterTags) {
}
