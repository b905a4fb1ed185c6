/**
 * What the services may know of a person, and the only ways in which they may hold it.
 *
 * <p>
 * An address is stored encrypted ({@link newsletter.personaldata.AddressCipher}), found
 * by a keyed tag ({@link newsletter.personaldata.AddressTags}), proven by a commitment
 * whose salt erasure destroys ({@link newsletter.personaldata.AddressCommitment}), and
 * left out of links, which carry a seal instead
 * ({@link newsletter.personaldata.SignedLinks}). Nothing here prints an address, and
 * nothing that holds one says it when asked for its text.
 */
@NullMarked
package newsletter.personaldata;

import org.jspecify.annotations.NullMarked;
