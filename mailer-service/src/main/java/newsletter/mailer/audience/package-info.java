/**
 * What the other services have told us: who may be written to, about what, and where.
 * Copies of their facts, read from Kafka, and never a decision of our own.
 *
 * <p>
 * Whether a consent is live is written down once, in the view {@code live_consent}: of
 * one person's consents to one newsletter it is the latest, if any. Records may come in
 * any order across topics, and again from the start: each table keeps what it knows by
 * the fact's own key, and an end once known is never undone.
 */
@NullMarked
package newsletter.mailer.audience;

import org.jspecify.annotations.NullMarked;
