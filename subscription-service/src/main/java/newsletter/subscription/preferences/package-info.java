/**
 * All that one person agreed to, on one page behind a link from their mailbox: to see it,
 * to end it at once, and to ask for more.
 *
 * <p>
 * Mails are forwarded, and the link with them. So the page shows no address, ends
 * whatever it is told to, and takes nobody's word for a new consent: a ticked box leads
 * to a letter that asks to confirm, like any sign-up (ADR 0014).
 */
@NullMarked
package newsletter.subscription.preferences;

import org.jspecify.annotations.NullMarked;
