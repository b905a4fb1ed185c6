/**
 * The Merkle tree of RFC 6962 and RFC 9162: hashing, proofs, and checking them. Pure:
 * nothing here knows where hashes are kept.
 *
 * <p>
 * Making a proof ({@link newsletter.audit.tree.Proofs}) and checking one
 * ({@link newsletter.audit.tree.InclusionProof#leadsTo},
 * {@link newsletter.audit.tree.ConsistencyProof#leadsTo}) follow two different texts of
 * the RFC, so that a mistake in one is not repeated in the other.
 */
@NullMarked
package newsletter.audit.tree;

import org.jspecify.annotations.NullMarked;
