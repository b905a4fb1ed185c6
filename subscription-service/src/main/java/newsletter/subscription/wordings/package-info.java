/**
 * The words in which residents are asked, from draft to publication. A wording is one of
 * a {@link newsletter.subscription.wordings.Series} of versions; a
 * {@link newsletter.subscription.wordings.Draft} becomes the next once an officer has
 * published it, and from then on the database lets nobody change it (C-03).
 *
 * <p>
 * {@link newsletter.subscription.wordings.Draft} decides,
 * {@link newsletter.subscription.wordings.Drafts} and
 * {@link newsletter.subscription.wordings.Versions} remember, and
 * {@link newsletter.subscription.wordings.WordingDesk} puts both in one transaction with
 * the event that tells of it.
 */
@NullMarked
package newsletter.subscription.wordings;

import org.jspecify.annotations.NullMarked;
