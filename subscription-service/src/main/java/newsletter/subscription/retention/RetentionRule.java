package newsletter.subscription.retention;

import java.time.Instant;
import java.util.Optional;

/**
 * What is deleted, ended or asked when. A bean of this type is applied, and watched
 * (C-42).
 */
public interface RetentionRule {

    /** In metrics, such as {@code unconfirmed-requests}. */
    String name();

    /** How much should be gone, or done, and is not. */
    long due(Instant now);

    /** Since when the oldest of it should be gone, or done. */
    Optional<Instant> oldest(Instant now);

    /**
     * Does some of what is due, in transactions of its own. Several replicas may do so at
     * once.
     * @return how much; 0 when nothing is left to do
     */
    int apply(Instant now);

}
