/**
 * A subscriber who is reached at another address from now on (C-23). Their consents stay
 * what they were: they are a random id's, not an address's.
 *
 * <p>
 * Two mailboxes are proven. Who asks shows with a link of this hour that the old one is
 * theirs, and a button behind a letter to the new one confirms. The old one is told (ADR
 * 0022).
 *
 * <pre>
 *   request ──▶ open ──┬──▶ changed: the button behind the letter
 *                      ├──▶ disowned: “This wasn’t me”
 *                      └──▶ lapsed: not in time, or there is a later wish
 * </pre>
 */
@NullMarked
package newsletter.subscription.newaddress;

import org.jspecify.annotations.NullMarked;
