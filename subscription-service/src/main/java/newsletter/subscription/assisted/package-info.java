/**
 * People who sign up by phone, at a counter or on paper (C-15). A member of staff writes
 * down what they said and what proves it; they still confirm from their own mailbox.
 */
@NullMarked
package newsletter.subscription.assisted;

import org.jspecify.annotations.NullMarked;
