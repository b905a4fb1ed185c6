/**
 * Hands mail over to the city's relay, one recipient at a time, and says what became of
 * it.
 *
 * <p>
 * {@link newsletter.mailer.handover.Line} is one connection,
 * {@link newsletter.mailer.handover.Answer} what the relay said, and
 * {@link newsletter.mailer.handover.Lane} a few threads with a line each. Whoever hands
 * mail over holds the {@link newsletter.mailer.handover.SenderLease}: what a process had
 * claimed that lost it is sorted by the others.
 */
@NullMarked
package newsletter.mailer.handover;

import org.jspecify.annotations.NullMarked;
