/**
 * That this service has done what an event asks of every service (C-27).
 */
@NullMarked
package newsletter.subscription.acknowledgement;

import org.jspecify.annotations.NullMarked;
