/**
 * Brings an edition to everyone who consented to its newsletter, and keeps the books.
 *
 * <pre>
 *            ┌──────── deferred ────────┐
 *            ▼                          │
 *   plan ─▶ waiting ─claim─▶ claimed ───┼──▶ accepted
 *            │                          ├──▶ refused
 *            └── no live consent ──┐    └──▶ unknown: handed over, no answer;
 *                                  ▼         or the sender died
 *                              suppressed
 * </pre>
 */
@NullMarked
package newsletter.mailer.delivery;

import org.jspecify.annotations.NullMarked;
