/**
 * Residents, communications staff and data-protection officers who read and fill in the
 * same pages without a browser, by what is written on them.
 */
@NullMarked
package newsletter.endtoend.people;

import org.jspecify.annotations.NullMarked;
