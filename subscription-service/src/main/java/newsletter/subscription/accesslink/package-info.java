/**
 * A fresh link to one's preferences, for whoever has none at hand.
 *
 * <p>
 * Anybody can type anybody's address, and must not learn whether we know it (A-06, I-7).
 * So the form looks nobody up: it leaves a
 * {@link newsletter.subscription.accesslink.LinkWishes wish}, the same for every address,
 * and {@link newsletter.subscription.accesslink.LinkLetters} finds out afterwards whether
 * a letter may come of it.
 *
 * <pre>
 *   form ──▶ wish ──┬──▶ nothing: unknown, never agreed to anything, or had its letters
 *                   └──▶ access-link-requested ──▶ letter
 * </pre>
 */
@NullMarked
package newsletter.subscription.accesslink;

import org.jspecify.annotations.NullMarked;
