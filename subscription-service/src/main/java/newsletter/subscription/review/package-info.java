/**
 * How what staff propose to residents is decided on: written by some, released by an
 * officer who wrote no part of it. What is proposed, a newsletter or a wording, is not
 * known here.
 *
 * <pre>
 *   begin ──▶ DRAFT ──submit──▶ IN REVIEW ──publish──▶ PUBLISHED
 *              │ ▲─withdraw, send back─┘
 *              └──discard──▶ DISCARDED
 * </pre>
 *
 * <p>
 * {@link newsletter.subscription.review.Review} decides,
 * {@link newsletter.subscription.review.Reviews} remembers.
 */
@NullMarked
package newsletter.subscription.review;

import org.jspecify.annotations.NullMarked;
