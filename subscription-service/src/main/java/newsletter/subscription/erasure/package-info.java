/**
 * How a person is erased (C-24, C-27), and who may have it done.
 *
 * <p>
 * {@link newsletter.subscription.erasure.Erasure} is one transaction: what lives is
 * withdrawn, what waits ends, whatever leads to the person goes, and the other services
 * are told. Whoever keeps something of a person deletes it when
 * {@link newsletter.subscription.contact.Forgotten} is published.
 *
 * <pre>
 *   link from a newsletter ──▶ page ──▶ fresh link, to the mailbox
 *   fresh link ──▶ page ──choice, button──▶ erased ──▶ farewell letter ──▶ address taken back
 * </pre>
 */
@NullMarked
package newsletter.subscription.erasure;

import org.jspecify.annotations.NullMarked;
