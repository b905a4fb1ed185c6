/**
 * What editors write: Markdown in, and out come sanitised HTML, plain text that says the
 * same, and a list of what is wrong with it.
 */
@NullMarked
package newsletter.mailer.manuscript;

import org.jspecify.annotations.NullMarked;
