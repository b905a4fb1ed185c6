/**
 * What residents can sign up for, and the words in which they are asked.
 *
 * <p>
 * {@link newsletter.subscription.catalogue.Catalogue} reads what is shown now. A wording
 * is immutable and named by the hash of its text, so that a consent can say for ever what
 * it was given to.
 */
@NullMarked
package newsletter.subscription.catalogue;

import org.jspecify.annotations.NullMarked;
