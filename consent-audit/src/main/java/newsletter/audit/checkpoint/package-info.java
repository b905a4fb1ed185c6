/**
 * Signed statements of how large the ledger is and what it holds.
 *
 * <p>
 * The format is C2SP's {@code tlog-checkpoint}, a {@code signed-note} with an Ed25519
 * signature: tools that nobody here wrote can check it. A tree that is smaller than, or
 * does not continue, what was signed before is never signed.
 */
@NullMarked
package newsletter.audit.checkpoint;

import org.jspecify.annotations.NullMarked;
