/**
 * Lets an officer find a person, and records who looked at whom and why before anything
 * is shown.
 */
@NullMarked
package newsletter.audit.access;

import org.jspecify.annotations.NullMarked;
