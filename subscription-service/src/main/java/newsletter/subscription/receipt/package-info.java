/**
 * What a person gets to keep: a receipt for each consent, signed, without the address.
 *
 * <p>
 * {@link newsletter.subscription.receipt.Receipt} is what was agreed to,
 * {@link newsletter.subscription.receipt.Document} how that is written down,
 * {@link newsletter.subscription.receipt.ReceiptKeys} signs it, and
 * {@link newsletter.subscription.receipt.Verifier} tells anybody whether one that they
 * have is ours, without a look into any table.
 */
@NullMarked
package newsletter.subscription.receipt;

import org.jspecify.annotations.NullMarked;
