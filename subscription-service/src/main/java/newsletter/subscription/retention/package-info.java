/**
 * What is kept no longer than needed, and what is ended in its time. Each
 * {@link newsletter.subscription.retention.RetentionRule rule} has a name, and
 * {@link newsletter.subscription.retention.RetentionWork} applies it at regular times and
 * lets operators see how far behind it is.
 */
@NullMarked
package newsletter.subscription.retention;

import org.jspecify.annotations.NullMarked;
