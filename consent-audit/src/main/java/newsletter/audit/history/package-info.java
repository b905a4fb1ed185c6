/**
 * What is known of one person, in order, each line with the words that were shown, its
 * place in the ledger and a check that it is what was signed.
 *
 * <p>
 * Everything is read from the exact bytes of entries and rows, never from a table that
 * was derived from them, so that what an officer reads is what is proved.
 */
@NullMarked
package newsletter.audit.history;

import org.jspecify.annotations.NullMarked;
