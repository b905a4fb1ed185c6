/**
 * The append-only log of everything that happened to consent.
 *
 * <p>
 * An entry is the exact bytes of a record, hashed into the tree of
 * {@link newsletter.audit.tree}. {@link newsletter.audit.ledger.Ledger} appends a batch
 * in the caller's transaction: entries, tiles and head, or nothing.
 */
@NullMarked
package newsletter.audit.ledger;

import org.jspecify.annotations.NullMarked;
