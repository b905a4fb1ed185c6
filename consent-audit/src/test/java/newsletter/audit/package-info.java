/** What is told, and what tests run on. */
@NullMarked
package newsletter.audit;

import org.jspecify.annotations.NullMarked;
