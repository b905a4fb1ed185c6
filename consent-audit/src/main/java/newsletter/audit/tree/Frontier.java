package newsletter.audit.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a growing tree: all that is needed to append to it and to tell its
 * root. RFC 9162 calls for no more: one root for each perfect subtree, the largest first.
 */
public final class Frontier {

    private final List<Hash> subtrees = new ArrayList<>();

    private long size;

    /** The edge of an empty tree. */
    public Frontier() {
    }

    /**
     * The edge of the tree of that size, read from the nodes of a tree at least as large.
     */
    public static Frontier of(long size, Nodes nodes) {
        var frontier = new Frontier();
        long start = 0;
        for (int level = Long.SIZE - 2; level >= 0; level--) {
            if ((size >> level & 1) == 1) {
                frontier.subtrees.add(nodes.node(level, start >> level));
                start += 1L << level;
            }
        }
        frontier.size = size;
        return frontier;
    }

    public void append(Hash leaf) {
        Hash subtree = leaf;
        // Each trailing one of the size is a subtree as large as the one in hand.
        for (long carry = this.size; (carry & 1) == 1; carry >>= 1) {
            subtree = Hash.ofNode(this.subtrees.removeLast(), subtree);
        }
        this.subtrees.add(subtree);
        this.size++;
    }

    public long size() {
        return this.size;
    }

    /** The root of the tree with this edge. */
    public Hash root() {
        return this.subtrees.reversed()
            .stream()
            .reduce((right, left) -> Hash.ofNode(left, right))
            .orElse(Hash.OF_NOTHING);
    }

}
