/**
 * Asking for newsletters: the form, and the request that somebody made with an address
 * that may be another's.
 *
 * <p>
 * {@link newsletter.subscription.signup.LetterBudget} decides whether a letter may come
 * of it; what the person sees, and what we do meanwhile, is the same either way.
 */
@NullMarked
package newsletter.subscription.signup;

import org.jspecify.annotations.NullMarked;
