package newsletter.audit.integrity;

import java.util.ArrayList;
import java.util.List;

import newsletter.audit.tree.DamagedTree;
import newsletter.audit.tree.Hash;
import newsletter.audit.tree.Tile;
import newsletter.audit.tree.TiledTree;

/**
 * Builds the tiles again from leaf hashes and compares them with the stored ones. Holds
 * one tile of each level at a time.
 */
final class TileAudit {

    private final TiledTree.Source stored;

    private final Faults faults;

    /** By level: the hashes of the tile that is not full yet. */
    private final List<List<Hash>> open = new ArrayList<>();

    /** By level: how many tiles were full. */
    private final List<Long> full = new ArrayList<>();

    TileAudit(TiledTree.Source stored, Faults faults) {
        this.stored = stored;
        this.faults = faults;
    }

    void add(Hash leaf) {
        add(0, leaf);
    }

    private void add(int level, Hash hash) {
        if (level == this.open.size()) {
            this.open.add(new ArrayList<>());
            this.full.add(0L);
        }
        List<Hash> hashes = this.open.get(level);
        hashes.add(hash);
        if (hashes.size() == Tile.WIDTH) {
            var tile = new Tile(level, this.full.get(level), hashes);
            compare(tile);
            this.full.set(level, tile.index() + 1);
            hashes.clear();
            add(level + 1, tile.root());
        }
    }

    /**
     * Compares the tiles that are not full. What was appended meanwhile stands behind.
     */
    void finish() {
        for (int level = 0; level < this.open.size(); level++) {
            if (!this.open.get(level).isEmpty()) {
                compare(new Tile(level, this.full.get(level), this.open.get(level)));
            }
        }
    }

    private void compare(Tile tile) {
        try {
            List<Hash> hashes = this.stored.tile(tile.level(), tile.index()).hashes();
            if (hashes.size() < tile.hashes().size()
                    || !hashes.subList(0, tile.hashes().size()).equals(tile.hashes())) {
                this.faults.add("Tile %d/%d of the tree is not made of the entries below it.".formatted(tile.level(),
                        tile.index()));
            }
        }
        catch (DamagedTree ex) {
            this.faults.add(ex.why());
        }
    }

}
