package newsletter.audit.tree;

import java.util.ArrayList;
import java.util.List;

/** Makes proofs as RFC 9162 defines them: 2.1.3.1 and 2.1.4.1, word for word. */
public final class Proofs {

    private final Nodes nodes;

    /**
     * @param nodes of a tree that is at least as large as those proofs are asked of
     */
    public Proofs(Nodes nodes) {
        this.nodes = nodes;
    }

    /** That the leaf at the index is in the tree of the size. */
    public InclusionProof inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("No leaf %d in a tree of %d".formatted(index, size));
        }
        List<Hash> path = new ArrayList<>();
        path(index, 0, size, path);
        return new InclusionProof(index, size, path);
    }

    /** That the tree of the old size is the beginning of the tree of the new size. */
    public ConsistencyProof consistency(long oldSize, long newSize) {
        if (oldSize < 1 || oldSize > newSize) {
            throw new IllegalArgumentException("No proof from %d to %d".formatted(oldSize, newSize));
        }
        List<Hash> path = new ArrayList<>();
        subproof(oldSize, 0, newSize, true, path);
        return new ConsistencyProof(oldSize, newSize, path);
    }

    /** PATH(m, D_n), where the leaves are those from {@code start} to {@code end}. */
    private void path(long index, long start, long end, List<Hash> path) {
        if (end - start == 1) {
            return;
        }
        long middle = start + split(end - start);
        if (index < middle) {
            path(index, start, middle, path);
            path.add(root(middle, end));
        }
        else {
            path(index, middle, end, path);
            path.add(root(start, middle));
        }
    }

    /**
     * SUBPROOF(m, D_n, b).
     * @param known whether the old root of these leaves is what the verifier holds
     */
    private void subproof(long oldEnd, long start, long end, boolean known, List<Hash> path) {
        if (oldEnd == end) {
            if (!known) {
                path.add(root(start, end));
            }
            return;
        }
        long middle = start + split(end - start);
        if (oldEnd <= middle) {
            subproof(oldEnd, start, middle, known, path);
            path.add(root(middle, end));
        }
        else {
            subproof(oldEnd, middle, end, false, path);
            path.add(root(start, middle));
        }
    }

    /** MTH of the leaves, from perfect subtrees. */
    private Hash root(long start, long end) {
        long count = end - start;
        if (Long.bitCount(count) == 1) {
            int level = Long.numberOfTrailingZeros(count);
            return this.nodes.node(level, start >> level);
        }
        long middle = start + split(count);
        return Hash.ofNode(root(start, middle), root(middle, end));
    }

    /** The largest power of two smaller than the count. */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }

}
