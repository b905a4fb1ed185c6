/**
 * Addresses that are not written to any more, whoever types them into a form (C-25).
 *
 * <p>
 * A {@link newsletter.subscription.suppression.Suppressions suppression} outlives the
 * erasure of the subscriber: it is a tag of the address under a key of its own, a reason
 * and a day, and leads back to nobody.
 */
@NullMarked
package newsletter.subscription.suppression;

import org.jspecify.annotations.NullMarked;
