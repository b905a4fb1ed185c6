package newsletter.audit.evidence;

import org.jspecify.annotations.Nullable;

import newsletter.audit.tree.InclusionProof;

/** How an entry, or a row below it, stands to the signed tree. */
public sealed interface Standing {

    /** Its place in the ledger, from 0. */
    long index();

    /**
     * It is in the signed tree.
     *
     * @param size of the signed tree
     * @param proof from the entry to the signed root
     * @param row from the row to its entry, if this is about a row
     */
    record Proved(long index, long size, InclusionProof proof, @Nullable InclusionProof row) implements Standing {
    }

    /**
     * It is stored, and no signature covers it yet.
     *
     * @param size of the newest signed tree
     */
    record Unsigned(long index, long size) implements Standing {
    }

    /**
     * It is not what was signed.
     *
     * @param why in words for an officer
     */
    record Broken(long index, String why) implements Standing {
    }

    default boolean isProved() {
        return this instanceof Proved;
    }

    default boolean isBroken() {
        return this instanceof Broken;
    }

}
