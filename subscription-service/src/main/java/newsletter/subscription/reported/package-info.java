/**
 * What the other services report of a person: mails that went out to them, and officers
 * who looked at their record. Kept for no longer than a person is likely to ask, and for
 * nothing but to be shown to them.
 */
@NullMarked
package newsletter.subscription.reported;

import org.jspecify.annotations.NullMarked;
