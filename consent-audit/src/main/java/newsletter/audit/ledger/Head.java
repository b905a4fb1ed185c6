package newsletter.audit.ledger;

import newsletter.audit.tree.Hash;

/** How large the tree is, and its root. */
public record Head(long size, Hash root) {
}
