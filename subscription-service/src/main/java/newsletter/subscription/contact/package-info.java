/**
 * How subscribers can be reached, and who they are to us: a random id. The address is
 * stored encrypted, found by a keyed tag, and leaves this package only encrypted, as a
 * tag or as a commitment.
 */
@NullMarked
package newsletter.subscription.contact;

import org.jspecify.annotations.NullMarked;
