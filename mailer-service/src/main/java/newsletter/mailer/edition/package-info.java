/**
 * One issue of a newsletter, from the first word to the last mail: the staff desk.
 *
 * <p>
 * {@link newsletter.mailer.edition.Edition} decides,
 * {@link newsletter.mailer.edition.Editions} remembers, and
 * {@link newsletter.mailer.edition.Newsroom} and
 * {@link newsletter.mailer.edition.Release} put both in one transaction. What is approved
 * is the hash of the very bytes that are sent, and nobody approves or sends what they
 * wrote a part of.
 *
 * <pre>
 *             ┌──────── write, withdraw, send back ────────┐
 *             ▼                  │                         │
 *   write ▶ DRAFT ──submit──▶ IN_REVIEW ──approve──▶ APPROVED ──start──▶ SENDING ──finish──▶ SENT
 * </pre>
 */
@NullMarked
package newsletter.mailer.edition;

import org.jspecify.annotations.NullMarked;
