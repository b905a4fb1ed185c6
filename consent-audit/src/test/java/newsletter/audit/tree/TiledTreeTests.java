package newsletter.audit.tree;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TiledTreeTests {

    /** The size that the specification of tiles works through. */
    private static final int LARGE = 70_000;

    private final Map<String, byte[]> stored = new HashMap<>();

    private final ByDefinition tree = ByDefinition.ofSize(LARGE);

    @Test
    void theTilesOfALargeTreeAreThoseOfTheSpecification() {
        grow(0, LARGE);
        assertThat(this.stored).hasSize(273 + 1 + 1 + 1 + 1);
        assertThat(width("0/272")).isEqualTo(256);
        assertThat(width("0/273")).isEqualTo(112);
        assertThat(width("1/0")).isEqualTo(256);
        assertThat(width("1/1")).isEqualTo(17);
        assertThat(width("2/0")).isEqualTo(1);
    }

    @Test
    void aTreeOf256HasOneHashInTheLevelAbove() {
        grow(0, 256);
        assertThat(width("0/0")).isEqualTo(256);
        assertThat(width("1/0")).isEqualTo(1);
        assertThat(this.stored).hasSize(2);
    }

    @Test
    void howeverItGrowsTheRootIsThatOfTheDefinition() {
        var random = new Random(20261122);
        int size = 0;
        while (size < LARGE) {
            int next = Math.min(LARGE, size + switch (random.nextInt(4)) {
                case 0 -> 1;
                case 1 -> 1 + random.nextInt(255);
                case 2 -> 256 - size % 256;
                default -> 1 + random.nextInt(9000);
            });
            grow(size, next);
            size = next;
            assertThat(tiles().frontier(size).root()).as("of %d", size).isEqualTo(this.tree.root(size));
        }
        assertThat(tiles().frontier(0).root()).isEqualTo(Hash.OF_NOTHING);
    }

    @Test
    void grownTilesStillServeEverySmallerTree() {
        grow(0, LARGE);
        var random = new Random(4);
        var proofs = new Proofs(tiles());
        for (int round = 0; round < 100; round++) {
            int size = 1 + random.nextInt(LARGE);
            int index = random.nextInt(size);
            Hash root = tiles().frontier(size).root();
            assertThat(proofs.inclusion(index, size).leadsTo(root, this.tree.leaves().get(index))).isTrue();
            int larger = size + random.nextInt(LARGE - size + 1);
            assertThat(proofs.consistency(size, larger).leadsTo(tiles().frontier(larger).root(), root)).isTrue();
        }
    }

    @Test
    void aFrontierThatGrewIsTheOneReadFromTheTiles() {
        grow(0, 1000);
        var frontier = new Frontier();
        this.tree.leaves().subList(0, 1000).forEach(frontier::append);
        assertThat(frontier.size()).isEqualTo(1000);
        assertThat(tiles().frontier(1000).root()).isEqualTo(frontier.root());
    }

    @Test
    void aTileThatWasCutShortOrMadeLongerIsNotExtended() {
        grow(0, 300);
        List<Hash> more = this.tree.leaves().subList(300, 301);
        byte[] whole = stored("0/1");
        this.stored.put("0/1", Arrays.copyOf(whole, whole.length - Hash.BYTES));
        assertThatExceptionOfType(DamagedTree.class).isThrownBy(() -> tiles().append(300, more));
        assertThatExceptionOfType(DamagedTree.class).isThrownBy(() -> tiles().frontier(300));
        this.stored.put("0/1", Arrays.copyOf(whole, whole.length + Hash.BYTES));
        assertThatExceptionOfType(DamagedTree.class).isThrownBy(() -> tiles().append(300, more));
    }

    @Test
    void bytesThatAreNoWholeHashesAreNoTile() {
        for (int length : new int[] { 0, 31, 33, 257 * 32 }) {
            assertThatExceptionOfType(DamagedTree.class).isThrownBy(() -> Tile.of(0, 0, new byte[length]));
        }
    }

    private void grow(int from, int to) {
        for (Tile tile : tiles().append(from, this.tree.leaves().subList(from, to))) {
            this.stored.put(tile.level() + "/" + tile.index(), tile.bytes());
        }
    }

    private TiledTree tiles() {
        return new TiledTree((level, index) -> {
            byte[] bytes = this.stored.get(level + "/" + index);
            if (bytes == null) {
                throw new DamagedTree("missing");
            }
            return Tile.of(level, index, bytes);
        });
    }

    private int width(String tile) {
        return stored(tile).length / Hash.BYTES;
    }

    private byte[] stored(String tile) {
        return Objects.requireNonNull(this.stored.get(tile));
    }

}
