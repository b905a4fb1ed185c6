/**
 * Whether a domain takes mail, asked of the domain name system before a letter is asked
 * for. Knows nothing of people or addresses.
 */
@NullMarked
package newsletter.subscription.maildomain;

import org.jspecify.annotations.NullMarked;
