/**
 * What staff propose for a newsletter, and what is decided on it: its purpose, its
 * sender, its terms, its end.
 *
 * <p>
 * {@link newsletter.subscription.settings.Revision} decides what a newsletter is once an
 * officer has agreed, {@link newsletter.subscription.settings.Newsletters} and
 * {@link newsletter.subscription.settings.Revisions} remember, and
 * {@link newsletter.subscription.settings.SettingsDesk} puts both in one transaction with
 * the event that tells of it.
 *
 * <pre>
 *   proposed ──publish──▶ published ──publish a change──▶ published, for the same purpose or a new one
 *                            └──publish its closing──▶ closed: its consents are ended
 * </pre>
 */
@NullMarked
package newsletter.subscription.settings;

import org.jspecify.annotations.NullMarked;
