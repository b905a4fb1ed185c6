package newsletter.audit.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * Says that the tree of the old size is the beginning of the tree of the new size: that
 * nothing was changed, taken out or put in between.
 *
 * @param oldSize at least 1: every tree begins with the empty one, and RFC 9162 has no
 * proof of that
 */
public record ConsistencyProof(long oldSize, long newSize, List<Hash> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /**
     * Whether it leads from the old root to the new one: RFC 9162, 2.1.4.2, with every
     * check.
     */
    public boolean leadsTo(Hash newRoot, Hash oldRoot) {
        if (this.oldSize < 1 || this.oldSize > this.newSize) {
            return false;
        }
        if (this.oldSize == this.newSize) {
            return this.path.isEmpty() && oldRoot.equals(newRoot);
        }
        if (this.path.isEmpty()) {
            return false;
        }
        List<Hash> rest = new ArrayList<>(this.path);
        if (Long.bitCount(this.oldSize) == 1) {
            rest.addFirst(oldRoot);
        }
        return rebuild(rest, newRoot, oldRoot);
    }

    private boolean rebuild(List<Hash> rest, Hash newRoot, Hash oldRoot) {
        long node = this.oldSize - 1;
        long last = this.newSize - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        Hash oldHash = rest.getFirst();
        Hash newHash = rest.getFirst();
        for (Hash sibling : rest.subList(1, rest.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                oldHash = Hash.ofNode(sibling, oldHash);
                newHash = Hash.ofNode(sibling, newHash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            }
            else {
                newHash = Hash.ofNode(newHash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && oldHash.equals(oldRoot) && newHash.equals(newRoot);
    }

}
