/**
 * What people have agreed to, and how they end it.
 *
 * <p>
 * A consent is one subscriber, one newsletter, one wording; of a subscriber and a
 * newsletter at most one is live. It is never edited, only ended with a reason.
 *
 * <pre>
 *   given ──▶ live ──withdraw──▶ ended
 *              └────replace───────▲      by a new one: the purpose changed, or it ran out
 *
 *   withdrawn ──undo, within 28 days──▶ a new one, to the same words and with the same end
 * </pre>
 */
@NullMarked
package newsletter.subscription.consent;

import org.jspecify.annotations.NullMarked;
