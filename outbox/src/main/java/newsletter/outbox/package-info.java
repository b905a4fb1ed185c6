/**
 * Tells Kafka what was committed, once it is committed, in order per key.
 *
 * <p>
 * {@link newsletter.outbox.Outbox} takes an event into the caller's transaction; a relay
 * tells it afterwards. {@link newsletter.outbox.TopicSettings} describes the topics a
 * service owns.
 */
@NullMarked
package newsletter.outbox;

import org.jspecify.annotations.NullMarked;
