/**
 * Addresses that come from elsewhere (C-16). An editor brings a file; what would come of
 * each line is worked out and shown; an officer who did not bring it decides; then it is
 * done, batch by batch, and goes on where it was if it is interrupted.
 *
 * <pre>
 *   brought ──▶ CHECKING ──all lines──▶ CHECKED ──approve──▶ APPROVED ──all lines──▶ DONE
 *                                          └────discard────▶ DISCARDED
 * </pre>
 *
 * <p>
 * A line with evidence becomes a consent, to the words that the person was shown and from
 * the day on which they agreed. A line without becomes a letter that asks for permission,
 * once. Whoever has withdrawn, objected or is suppressed never comes back this way.
 * Nobody on the staff is shown an address, or told whether one is known.
 */
@NullMarked
package newsletter.subscription.imports;

import org.jspecify.annotations.NullMarked;
