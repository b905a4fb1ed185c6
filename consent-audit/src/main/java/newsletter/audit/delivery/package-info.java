/**
 * What the mailer reported of each mail, and whether its books balance.
 */
@NullMarked
package newsletter.audit.delivery;

import org.jspecify.annotations.NullMarked;
