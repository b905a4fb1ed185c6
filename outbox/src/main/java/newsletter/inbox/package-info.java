/**
 * How a service reads Kafka: what cannot be read goes to the dead-letter topic
 * {@code <topic>-dlt} at once, everything else is tried until it works. A listener only
 * translates and delegates, and lets exceptions pass.
 */
@NullMarked
package newsletter.inbox;

import org.jspecify.annotations.NullMarked;
