/**
 * What an edition looks like as mail: rendered once, approved as bytes, and sent as those
 * bytes.
 *
 * <p>
 * What differs from one recipient to the next stands in the approved bytes as a sentinel;
 * {@link newsletter.mailer.rendering.CompiledMail} cuts them there and splices in the
 * recipient's own fields.
 */
@NullMarked
package newsletter.mailer.rendering;

import org.jspecify.annotations.NullMarked;
