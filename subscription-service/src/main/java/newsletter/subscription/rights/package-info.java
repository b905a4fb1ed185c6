/**
 * The rights that a person has over their data, as cases with clocks: what they ask for
 * is done at once where we can, and the rest is answered by an officer in time.
 *
 * <pre>
 *   received ──acknowledge──▶ acknowledged ──close──▶ closed
 *       └───────────────────────close───────────────────▲
 * </pre>
 *
 * {@link newsletter.subscription.rights.Case} decides,
 * {@link newsletter.subscription.rights.Rights} does what residents ask for, and
 * {@link newsletter.subscription.rights.CaseWork} what officers do; each is one
 * transaction with its event. What a person writes stays here, encrypted, and is on no
 * topic.
 */
@NullMarked
package newsletter.subscription.rights;

import org.jspecify.annotations.NullMarked;
