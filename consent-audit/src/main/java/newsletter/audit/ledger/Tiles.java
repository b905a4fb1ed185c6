package newsletter.audit.ledger;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.audit.tree.DamagedTree;
import newsletter.audit.tree.Tile;
import newsletter.audit.tree.TiledTree;

/** The {@code tile} table. */
@Repository
public class Tiles implements TiledTree.Source {

    private final JdbcClient jdbc;

    Tiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Tile tile(int level, long index) {
        byte[] hashes = this.jdbc.sql("SELECT hashes FROM tile WHERE level = :level AND tile_index = :index")
            .param("level", level)
            .param("index", index)
            .query((row, number) -> row.getBytes("hashes"))
            .optional()
            .orElseThrow(() -> new DamagedTree("Tile %d/%d of the ledger is missing.".formatted(level, index)));
        return Tile.of(level, index, hashes);
    }

    /** How many tiles there are. */
    public long count() {
        return this.jdbc.sql("SELECT count(*) FROM tile").query(Long.class).single();
    }

    void write(List<Tile> tiles) {
        this.jdbc.sql("""
                INSERT INTO tile (level, tile_index, hashes)
                SELECT * FROM unnest(:levels, :indexes, :hashes)
                ON CONFLICT (level, tile_index) DO UPDATE SET hashes = excluded.hashes
                """)
            .param("levels", Column.of("integer", tiles, Tile::level))
            .param("indexes", Column.of("bigint", tiles, Tile::index))
            .param("hashes", Column.ofBytes(tiles, Tile::bytes))
            .update();
    }

}
