/**
 * How an officer finds a person: by address, through its keyed tag, or by the number of a
 * receipt. Erasure takes the first way away and leaves the second.
 */
@NullMarked
package newsletter.audit.person;

import org.jspecify.annotations.NullMarked;
