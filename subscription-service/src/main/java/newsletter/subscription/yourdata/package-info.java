/**
 * All that we hold of one person, for that person: to see, and to take along.
 *
 * <p>
 * {@link newsletter.subscription.yourdata.Exports} puts it together in the transaction
 * that tells of it, as an {@link newsletter.subscription.yourdata.Export}; files are
 * written from that alone, so that what is in one is in all of them. It shows the
 * address, hence only who reads the mailbox gets it (ADR 0021).
 */
@NullMarked
package newsletter.subscription.yourdata;

import org.jspecify.annotations.NullMarked;
