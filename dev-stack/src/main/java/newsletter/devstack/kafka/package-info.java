/** A real Kafka broker: one node, in KRaft mode, broker and controller at once. */
@NullMarked
package newsletter.devstack.kafka;

import org.jspecify.annotations.NullMarked;
