package newsletter.audit.tree;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Up to 256 neighbouring hashes of one level in eight, as C2SP's {@code tlog-tiles} has
 * them. The levels between are computed, not kept. A tile only ever grows at its end, so
 * that it still serves every smaller tree.
 *
 * @param level 0 for leaf hashes, 1 for roots of 256 leaves, and so on
 * @param index of the tile in its level
 */
public record Tile(int level, long index, List<Hash> hashes) {

    /** How many hashes a full tile has. */
    public static final int WIDTH = 256;

    /** How many levels of the tree one level of tiles stands for. */
    static final int HEIGHT = 8;

    public Tile {
        hashes = List.copyOf(hashes);
    }

    /**
     * A tile that was stored.
     * @throws DamagedTree if the bytes are not 1 to 256 whole hashes
     */
    public static Tile of(int level, long index, byte[] bytes) {
        if (bytes.length == 0 || bytes.length % Hash.BYTES != 0 || bytes.length > WIDTH * Hash.BYTES) {
            throw new DamagedTree(
                    "Tile %d/%d has %d bytes, which are not whole hashes.".formatted(level, index, bytes.length));
        }
        List<Hash> hashes = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += Hash.BYTES) {
            hashes.add(Hash.of(bytes, at, at + Hash.BYTES));
        }
        return new Tile(level, index, hashes);
    }

    /** How many hashes a level has in a tree of the size. */
    public static long count(int level, long size) {
        return (level * HEIGHT < Long.SIZE) ? size >> (level * HEIGHT) : 0;
    }

    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream(this.hashes.size() * Hash.BYTES);
        this.hashes.forEach((hash) -> bytes.writeBytes(hash.bytes()));
        return bytes.toByteArray();
    }

    boolean isFull() {
        return this.hashes.size() == WIDTH;
    }

    /** The root of a full tile: one hash of the level above. */
    public Hash root() {
        return root(0, WIDTH);
    }

    /** The root of so many hashes, a power of two, from a multiple of their number. */
    Hash root(int start, int count) {
        if (count == 1) {
            return this.hashes.get(start);
        }
        int half = count / 2;
        return Hash.ofNode(root(start, half), root(start + half, half));
    }

}
