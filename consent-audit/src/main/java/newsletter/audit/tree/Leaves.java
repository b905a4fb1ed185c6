package newsletter.audit.tree;

import java.util.List;

/** A small tree, held in memory by its leaves. */
public record Leaves(List<Hash> hashes) implements Nodes {

    public Leaves {
        hashes = List.copyOf(hashes);
    }

    @Override
    public Hash node(int level, long index) {
        if (level == 0) {
            return this.hashes.get(Math.toIntExact(index));
        }
        return Hash.ofNode(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
    }

}
