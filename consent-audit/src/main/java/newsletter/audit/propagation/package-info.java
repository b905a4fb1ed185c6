/**
 * Whether every service has done what an event asked of it (C-27): to erase a person, for
 * example.
 *
 * <p>
 * The event is a {@link newsletter.audit.propagation.Demand demand} on each of them, and
 * each answers with an {@link newsletter.events.EventAcknowledged acknowledgement} in the
 * transaction that did it. What stays unanswered for more than an hour is shown to the
 * officer, and to operators as a metric.
 */
@NullMarked
package newsletter.audit.propagation;

import org.jspecify.annotations.NullMarked;
