/**
 * The form that every mail of ours has: a few headers that nothing can be slipped into,
 * and the same words twice, as text and as HTML.
 */
@NullMarked
package newsletter.mailer.mime;

import org.jspecify.annotations.NullMarked;
