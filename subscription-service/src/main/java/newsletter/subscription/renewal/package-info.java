/**
 * Consent over time: it is renewed or it runs out (C-28), and when a newsletter changes
 * its purpose its readers are asked anew (C-29).
 *
 * <pre>
 *   given ──30 days before its end──▶ asked ──7 days before──▶ reminded ──▶ run out
 *     │                                 └───────────┬─────────────┘
 *     │                                             └──button──▶ replaced by a new consent
 *     └──the purpose changes──▶ asked anew, once; nothing is sent meanwhile
 * </pre>
 *
 * {@link newsletter.subscription.renewal.Running} decides; each
 * {@link newsletter.subscription.renewal.Step} has a job, which takes one person at a
 * time under their lock. What is asked is a subscription request like any other, and the
 * button behind its link belongs to the {@code confirmation} package.
 */
@NullMarked
package newsletter.subscription.renewal;

import org.jspecify.annotations.NullMarked;
