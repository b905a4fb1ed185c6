/**
 * Brings an edition to everyone who consented to its newsletter, and keeps the books.
 */
@NullMarked
package newsletter.mailer.delivery;

import org.jspecify.annotations.NullMarked;
