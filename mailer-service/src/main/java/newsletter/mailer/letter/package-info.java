/**
 * Mail to one person about their own doings: please confirm, please renew, and welcome,
 * which is the receipt. It has a lane of its own, so that no edition delays it.
 *
 * <pre>
 *                     ┌── deferred, or in doubt once ──┐
 *                     ▼                                │
 *   event ─▶ waiting for what it needs ─claim─▶ claimed ┼──▶ accepted
 *                     │                                ├──▶ refused
 *                     └─ expired, answered,            └──▶ unknown: in doubt twice
 *                        or withdrawn ──▶ dropped
 * </pre>
 */
@NullMarked
package newsletter.mailer.letter;

import org.jspecify.annotations.NullMarked;
