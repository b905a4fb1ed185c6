package newsletter.audit.tree;

import java.util.List;

/**
 * Says that a leaf stands at an index of the tree of a size.
 *
 * @param path the sibling of each node on the way from the leaf to the root
 */
public record InclusionProof(long index, long size, List<Hash> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /**
     * Whether it leads from the leaf to the root: RFC 9162, 2.1.3.2, with every check. A
     * popular verifier leaves out the first and the last, and accepts wrong indices.
     */
    public boolean leadsTo(Hash root, Hash leaf) {
        if (this.index < 0 || this.index >= this.size) {
            return false;
        }
        long node = this.index;
        long last = this.size - 1;
        Hash hash = leaf;
        for (Hash sibling : this.path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Hash.ofNode(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            }
            else {
                hash = Hash.ofNode(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

}
