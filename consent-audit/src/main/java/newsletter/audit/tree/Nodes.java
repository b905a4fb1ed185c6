package newsletter.audit.tree;

/** Where the roots of perfect subtrees can be had. */
@FunctionalInterface
public interface Nodes {

    /**
     * The root of the leaves {@code index * 2^level} up to, not including,
     * {@code (index + 1) * 2^level}, which must all exist.
     */
    Hash node(int level, long index);

}
