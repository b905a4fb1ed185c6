/**
 * Shows that what is stored is what was signed: from the bytes of an entry, through the
 * tiles, to the newest signed checkpoint, and from a row of a report to its entry.
 */
@NullMarked
package newsletter.audit.evidence;

import org.jspecify.annotations.NullMarked;
