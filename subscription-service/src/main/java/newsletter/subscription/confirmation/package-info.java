/**
 * The button behind the link in the letter: where a request becomes consent.
 *
 * <p>
 * {@link newsletter.subscription.confirmation.Terms} decides,
 * {@link newsletter.subscription.confirmation.Confirmation} puts the decision and its
 * events into one transaction under the subscriber's lock.
 */
@NullMarked
package newsletter.subscription.confirmation;

import org.jspecify.annotations.NullMarked;
