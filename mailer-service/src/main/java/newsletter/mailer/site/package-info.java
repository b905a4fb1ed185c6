/**
 * The public site, as our mails link to it: the only place that knows its addresses and
 * makes the tokens that they carry.
 */
@NullMarked
package newsletter.mailer.site;

import org.jspecify.annotations.NullMarked;
