/**
 * The machine room: PostgreSQL, Kafka and a mailbox, and the three services as processes
 * that can be killed and started again.
 */
@NullMarked
package newsletter.endtoend.world;

import org.jspecify.annotations.NullMarked;
