package newsletter.audit.tree;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class ConsistencyProofTests {

    private static final int MOST = 130;

    private final ByDefinition tree = ByDefinition.ofSize(MOST);

    private final Proofs proofs = new Proofs(this.tree);

    private final List<Hash> roots = new ArrayList<>();

    ConsistencyProofTests() {
        for (int size = 0; size <= MOST; size++) {
            this.roots.add(this.tree.root(size));
        }
    }

    @Test
    void everyTreeBeginsWithEverySmallerOne() {
        for (int newSize = 1; newSize <= MOST; newSize++) {
            for (int oldSize = 1; oldSize <= newSize; oldSize++) {
                assertThat(proof(oldSize, newSize).leadsTo(this.roots.get(newSize), this.roots.get(oldSize)))
                    .as("%d to %d", oldSize, newSize)
                    .isTrue();
            }
        }
    }

    @Test
    void anotherOldRootOrAnotherNewRootIsRefused() {
        for (int newSize = 2; newSize <= MOST; newSize++) {
            for (int oldSize = 1; oldSize <= newSize; oldSize++) {
                ConsistencyProof proof = proof(oldSize, newSize);
                assertThat(proof.leadsTo(this.roots.get(newSize), this.roots.get(oldSize - 1))).isFalse();
                assertThat(proof.leadsTo(this.roots.get(newSize - 1), this.roots.get(oldSize))).isFalse();
            }
        }
    }

    @Test
    void aTreeWithOneOldEntryChangedIsNoContinuation() {
        for (int changed = 0; changed < 9; changed++) {
            List<Hash> leaves = new ArrayList<>(this.tree.leaves().subList(0, 20));
            leaves.set(changed, Hash.ofLeaf(new byte[] { 7 }));
            var forged = new ByDefinition(leaves);
            ConsistencyProof proof = new Proofs(forged).consistency(9, 20);
            assertThat(proof.leadsTo(forged.root(20), forged.root(9))).isTrue();
            assertThat(proof.leadsTo(forged.root(20), this.roots.get(9))).isFalse();
        }
    }

    @Test
    void aPathThatIsTooShortOrTooLongIsRefused() {
        for (int oldSize = 1; oldSize < 20; oldSize++) {
            List<Hash> path = proof(oldSize, 20).path();
            List<Hash> tooLong = new ArrayList<>(path);
            tooLong.add(this.roots.get(1));
            assertThat(new ConsistencyProof(oldSize, 20, tooLong).leadsTo(
                    Hash.ofNode(this.roots.get(1), this.roots.get(20)),
                    Hash.ofNode(this.roots.get(1), this.roots.get(oldSize))))
                .isFalse();
            List<Hash> tooShort = path.subList(0, path.size() - 1);
            assertThat(new ConsistencyProof(oldSize, 20, tooShort).leadsTo(this.roots.get(20), this.roots.get(oldSize)))
                .isFalse();
        }
    }

    @Test
    void thereIsNoProofFromNothingAndNoneBackwards() {
        assertThat(new ConsistencyProof(0, 8, List.of()).leadsTo(this.roots.get(8), Hash.OF_NOTHING)).isFalse();
        assertThat(new ConsistencyProof(9, 8, List.of()).leadsTo(this.roots.get(8), this.roots.get(8))).isFalse();
        assertThat(new ConsistencyProof(7, 8, List.of()).leadsTo(this.roots.get(8), this.roots.get(7))).isFalse();
        assertThat(new ConsistencyProof(8, 8, List.of(this.roots.get(1))).leadsTo(this.roots.get(8), this.roots.get(8)))
            .isFalse();
    }

    @Test
    void aProofThatEndsBelowTheNewRootIsRefused() {
        // Half of the way from 8 to 20 is the way from 8 to 16.
        List<Hash> path = proof(8, 20).path().subList(0, 1);
        assertThat(new ConsistencyProof(8, 16, path).leadsTo(this.roots.get(16), this.roots.get(8))).isTrue();
        assertThat(new ConsistencyProof(8, 20, path).leadsTo(this.roots.get(16), this.roots.get(8))).isFalse();
    }

    @Test
    void aLargerOldTreeIsRefusedEvenWhereThePathFits() {
        Hash leaf = this.tree.leaves().getFirst();
        List<Hash> path = new ArrayList<>(this.proofs.inclusion(0, 8).path());
        path.addFirst(leaf);
        assertThat(new ConsistencyProof(9, 8, path).leadsTo(this.roots.get(8), leaf)).isFalse();
        // Without the check it would never end.
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(5),
                () -> new ConsistencyProof(0, 8, path).leadsTo(this.roots.get(8), Hash.OF_NOTHING)))
            .isFalse();
    }

    private ConsistencyProof proof(int oldSize, int newSize) {
        return this.proofs.consistency(oldSize, newSize);
    }

}
