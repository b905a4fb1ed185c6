package newsletter.audit.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import newsletter.audit.tree.DamagedTree;
import newsletter.audit.tree.Hash;

/** The {@code ledger_head} table: one row. */
@Repository
public class LedgerHead {

    private final JdbcClient jdbc;

    LedgerHead(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Head read() {
        return read("SELECT size, root FROM ledger_head");
    }

    /**
     * Reads it and keeps all other writers and signers out until the transaction ends: a
     * second writer waits here instead of doing work that the compare-and-set would then
     * refuse, and two signers cannot sign in the wrong order.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Head lock() {
        return read("SELECT size, root FROM ledger_head FOR UPDATE");
    }

    /**
     * Moves it on, if it still is what the caller built upon. The lock alone would do
     * while everybody takes it; this holds against code that forgets.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void move(Head old, Head moved) {
        int rows = this.jdbc.sql("""
                UPDATE ledger_head SET size = :size, root = :root
                WHERE size = :oldSize AND root = :oldRoot
                """)
            .param("size", moved.size())
            .param("root", moved.root().bytes())
            .param("oldSize", old.size())
            .param("oldRoot", old.root().bytes())
            .update();
        if (rows != 1) {
            throw new HeadMoved("The ledger is no longer at size " + old.size() + ": somebody else has written to it");
        }
    }

    private Head read(String sql) {
        return this.jdbc.sql(sql)
            .query(LedgerHead::head)
            .optional()
            .orElseThrow(() -> new DamagedTree("The ledger has lost its head: the row that says how large it is."));
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(row.getLong("size"), Hash.of(row.getBytes("root")));
    }

}
