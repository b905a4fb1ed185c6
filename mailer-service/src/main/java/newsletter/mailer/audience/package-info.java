/**
 * What the other services have told us: who may be written to, about what, and where.
 * Copies of their facts, read from Kafka, and never a decision of our own.
 */
@NullMarked
package newsletter.mailer.audience;

import org.jspecify.annotations.NullMarked;
