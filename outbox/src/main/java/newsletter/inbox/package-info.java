/**
 * How a service reads Kafka: what can never be read goes to the dead-letter topic
 * {@code <topic>-dlt} at once, everything else is tried until it works.
 *
 * <p>
 * A listener translates and delegates, and lets exceptions pass. A
 * {@link tools.jackson.core.JacksonException} or an {@link newsletter.inbox.Unreadable}
 * says that the record can never be read; a batch listener wraps it in a
 * {@code BatchListenerFailedException} with the record's index. A listener that expects
 * tombstones takes a {@code @Payload(required = false)}. The consumer group is the
 * service's name: a {@code @KafkaListener} with an {@code id} says
 * {@code idIsGroup = false}.
 */
@NullMarked
package newsletter.inbox;

import org.jspecify.annotations.NullMarked;
