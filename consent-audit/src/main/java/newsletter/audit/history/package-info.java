/**
 * One person's consent, told from the ledger: what happened, seeing which words, and
 * whether each line is really in the tree that was signed.
 *
 * <p>
 * {@link newsletter.audit.history.History} reads, {@link newsletter.audit.history.Story}
 * puts it into words, {@link newsletter.audit.history.Witness} checks, and nothing here
 * writes.
 */
@NullMarked
package newsletter.audit.history;

import org.jspecify.annotations.NullMarked;
