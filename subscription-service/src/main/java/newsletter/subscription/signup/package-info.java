/**
 * Asking for newsletters: the form, and the request that somebody made with an address
 * that may be another's.
 *
 * <p>
 * {@link newsletter.subscription.signup.SubscriptionRequest} decides whether a letter is
 * asked for; what the person sees is the same either way.
 */
@NullMarked
package newsletter.subscription.signup;

import org.jspecify.annotations.NullMarked;
