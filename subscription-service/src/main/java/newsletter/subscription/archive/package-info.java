/**
 * What was sent, for everyone to read without signing up.
 *
 * <p>
 * The mailer tells of an edition once it is approved and goes out;
 * {@link newsletter.subscription.archive.PublishedEditions} keeps it.
 */
@NullMarked
package newsletter.subscription.archive;

import org.jspecify.annotations.NullMarked;
