package newsletter.audit.tree;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The tree by the letter of RFC 9162, 2.1.1: slow, and too short to be wrong.
 */
final class ByDefinition implements Nodes {

    private final List<Hash> leaves;

    ByDefinition(List<Hash> leaves) {
        this.leaves = leaves;
    }

    static ByDefinition ofSize(int size) {
        return new ByDefinition(IntStream.range(0, size)
            .mapToObj((index) -> Hash.ofLeaf(("entry " + index).getBytes(StandardCharsets.UTF_8)))
            .toList());
    }

    List<Hash> leaves() {
        return this.leaves;
    }

    Hash root(int size) {
        return root(this.leaves.subList(0, size));
    }

    @Override
    public Hash node(int level, long index) {
        int width = 1 << level;
        return root(this.leaves.subList((int) index * width, ((int) index + 1) * width));
    }

    private static Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.OF_NOTHING;
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int middle = 1;
        while (middle * 2 < leaves.size()) {
            middle *= 2;
        }
        return Hash.ofNode(root(leaves.subList(0, middle)), root(leaves.subList(middle, leaves.size())));
    }

}
