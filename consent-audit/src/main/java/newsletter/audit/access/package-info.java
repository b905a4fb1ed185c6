/**
 * Nobody looks at a person's data without saying why, and every look is recorded before
 * anything is shown.
 *
 * <p>
 * The form is POSTed, so that no address stands in a URL. One transaction writes the look
 * and the event that tells of it ({@link newsletter.audit.access.Access}); the answer is
 * a redirect to that look's own page, which its officer may open again for some minutes
 * and nobody else ever. A GET therefore changes nothing, and shows nothing that was not
 * recorded before.
 */
@NullMarked
package newsletter.audit.access;

import org.jspecify.annotations.NullMarked;
