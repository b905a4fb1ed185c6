/**
 * How subscribers can be reached, and who they are to us: a random id. The address is
 * stored encrypted, found by a keyed tag, and leaves this package only encrypted, masked,
 * as a tag or as a commitment, or to have a letter sent there.
 */
@NullMarked
package newsletter.subscription.contact;

import org.jspecify.annotations.NullMarked;
