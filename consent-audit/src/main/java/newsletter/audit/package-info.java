/**
 * Remembers everything that happened to consent, and can prove it.
 *
 * <p>
 * Records become leaves ({@link newsletter.audit.ingest}) of a Merkle tree
 * ({@link newsletter.audit.ledger}) that is signed every few seconds
 * ({@link newsletter.audit.checkpoint}). A data-protection officer says why
 * ({@link newsletter.audit.access}) before seeing what is known of a person
 * ({@link newsletter.audit.history}).
 */
@NullMarked
package newsletter.audit;

import org.jspecify.annotations.NullMarked;
