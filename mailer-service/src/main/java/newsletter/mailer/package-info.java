/** Writes and sends newsletters, to live consent only. */
@NullMarked
package newsletter.mailer;

import org.jspecify.annotations.NullMarked;
