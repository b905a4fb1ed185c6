package newsletter.audit.tree;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InclusionProofTests {

    private static final int MOST = 130;

    private final ByDefinition tree = ByDefinition.ofSize(MOST);

    private final Proofs proofs = new Proofs(this.tree);

    @Test
    void everyLeafOfEveryTreeIsProved() {
        for (int size = 1; size <= MOST; size++) {
            Hash root = this.tree.root(size);
            for (int index = 0; index < size; index++) {
                assertThat(this.proofs.inclusion(index, size).leadsTo(root, leaf(index)))
                    .as("leaf %d of %d", index, size)
                    .isTrue();
            }
        }
    }

    @Test
    void noLeafIsProvedAtThePlaceOfAnother() {
        for (int size = 1; size <= MOST; size++) {
            Hash root = this.tree.root(size);
            for (int index = 0; index < size; index += 1 + size / 16) {
                List<Hash> path = this.proofs.inclusion(index, size).path();
                for (int other = -1; other <= size + 1; other++) {
                    assertThat(new InclusionProof(other, size, path).leadsTo(root, leaf(index)))
                        .as("leaf %d of %d at %d", index, size, other)
                        .isEqualTo(other == index);
                }
            }
        }
    }

    @Test
    void anIndexBeyondTheTreeIsRefusedEvenWhereThePathFits() {
        // Without the check of the index, the low bits alone would lead the way.
        List<Hash> path = this.proofs.inclusion(1, 2).path();
        Hash root = this.tree.root(2);
        assertThat(new InclusionProof(1, 2, path).leadsTo(root, leaf(1))).isTrue();
        assertThat(new InclusionProof(3, 2, path).leadsTo(root, leaf(1))).isFalse();
        assertThat(new InclusionProof(2, 2, List.of()).leadsTo(leaf(2), leaf(2))).isFalse();
        assertThat(new InclusionProof(0, 0, List.of()).leadsTo(leaf(0), leaf(0))).isFalse();
        assertThat(new InclusionProof(-1, 2, path).leadsTo(root, leaf(1))).isFalse();
    }

    @Test
    void aPathThatIsTooShortOrTooLongIsRefused() {
        for (int size = 1; size <= MOST; size++) {
            for (int index = 0; index < size; index += 1 + size / 16) {
                List<Hash> path = this.proofs.inclusion(index, size).path();
                List<Hash> tooLong = new ArrayList<>(path);
                tooLong.add(leaf(0));
                Hash rootOfTooLong = Hash.ofNode(leaf(0), this.tree.root(size));
                assertThat(new InclusionProof(index, size, tooLong).leadsTo(rootOfTooLong, leaf(index))).isFalse();
                if (!path.isEmpty()) {
                    List<Hash> tooShort = path.subList(0, path.size() - 1);
                    Hash reached = reachedBy(index, size, tooShort);
                    assertThat(new InclusionProof(index, size, tooShort).leadsTo(reached, leaf(index))).isFalse();
                }
            }
        }
    }

    @Test
    void anyOtherHashInThePathIsRefused() {
        Hash root = this.tree.root(MOST);
        for (int index = 0; index < MOST; index++) {
            List<Hash> path = this.proofs.inclusion(index, MOST).path();
            for (int at = 0; at < path.size(); at++) {
                List<Hash> forged = new ArrayList<>(path);
                forged.set(at, Hash.ofLeaf(new byte[] { 1 }));
                assertThat(new InclusionProof(index, MOST, forged).leadsTo(root, leaf(index))).isFalse();
            }
        }
    }

    @Test
    void aNodeIsNoLeaf() {
        // The first bytes differ: what joins two leaves cannot be shown as an entry.
        byte[] both = new byte[2 * Hash.BYTES];
        System.arraycopy(leaf(0).bytes(), 0, both, 0, Hash.BYTES);
        System.arraycopy(leaf(1).bytes(), 0, both, Hash.BYTES, Hash.BYTES);
        assertThat(Hash.ofLeaf(both)).isNotEqualTo(Hash.ofNode(leaf(0), leaf(1)));
    }

    private Hash leaf(int index) {
        return this.tree.leaves().get(index);
    }

    /** Where a cut path would end: the subtree of the leaf below the last step. */
    private Hash reachedBy(int index, int size, List<Hash> path) {
        Hash hash = leaf(index);
        int node = index;
        int last = size - 1;
        for (Hash sibling : path) {
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
        return hash;
    }

}
