package newsletter.audit.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A tree that is kept as tiles. Remembers those it has read, and is meant for one
 * question or one batch.
 */
public final class TiledTree implements Nodes {

    /** Where tiles are kept. */
    @FunctionalInterface
    public interface Source {

        /**
         * The tile, with all the hashes it has by now.
         * @throws DamagedTree if it is missing or cannot be one
         */
        Tile tile(int level, long index);

    }

    private record Key(int level, long index) {
    }

    private final Source source;

    private final Map<Key, Tile> read = new HashMap<>();

    public TiledTree(Source source) {
        this.source = source;
    }

    @Override
    public Hash node(int level, long index) {
        int within = level % Tile.HEIGHT;
        int count = 1 << within;
        long first = index << within;
        Tile tile = tile(level / Tile.HEIGHT, first / Tile.WIDTH);
        int start = (int) (first % Tile.WIDTH);
        if (start + count > tile.hashes().size()) {
            throw new DamagedTree(
                    "Tile %d/%d ends before hash %d.".formatted(tile.level(), tile.index(), start + count - 1));
        }
        return tile.root(start, count);
    }

    /** The edge of the tree of a size. */
    public Frontier frontier(long size) {
        return Frontier.of(size, this);
    }

    /** The tiles that are new or have grown once these leaves have joined. */
    public List<Tile> append(long size, List<Hash> leaves) {
        List<Tile> changed = new ArrayList<>();
        List<Hash> hashes = leaves;
        for (int level = 0; !hashes.isEmpty(); level++) {
            List<Tile> grown = append(level, Tile.count(level, size), hashes);
            changed.addAll(grown);
            hashes = grown.stream().filter(Tile::isFull).map(Tile::root).toList();
        }
        return changed;
    }

    private List<Tile> append(int level, long count, List<Hash> hashes) {
        List<Tile> grown = new ArrayList<>();
        int next = 0;
        for (long index = count / Tile.WIDTH; next < hashes.size(); index++) {
            int width = grown.isEmpty() ? (int) (count % Tile.WIDTH) : 0;
            List<Hash> content = new ArrayList<>((width > 0) ? beginning(level, index, width) : List.of());
            int end = Math.min(hashes.size(), next + Tile.WIDTH - width);
            content.addAll(hashes.subList(next, end));
            next = end;
            grown.add(new Tile(level, index, content));
        }
        return grown;
    }

    private List<Hash> beginning(int level, long index, int width) {
        Tile tile = tile(level, index);
        if (tile.hashes().size() != width) {
            throw new DamagedTree(
                    "Tile %d/%d has %d hashes, not %d.".formatted(level, index, tile.hashes().size(), width));
        }
        return tile.hashes();
    }

    private Tile tile(int level, long index) {
        return this.read.computeIfAbsent(new Key(level, index), (key) -> this.source.tile(level, index));
    }

}
