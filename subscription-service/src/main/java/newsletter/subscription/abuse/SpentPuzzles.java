package newsletter.subscription.abuse;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.subscription.abuse.Puzzle.Solved;

/** The {@code spent_puzzle} table: a proof of work is good for one form. */
@Repository
public class SpentPuzzles {

    private final JdbcClient jdbc;

    SpentPuzzles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it had not been spent before, here or at another replica. */
    boolean spend(Solved solved) {
        return this.jdbc.sql("""
                INSERT INTO spent_puzzle (challenge, expires_at) VALUES (:challenge, :expires)
                ON CONFLICT (challenge) DO NOTHING
                """)
            .param("challenge", HexFormat.of().parseHex(solved.challenge()))
            .param("expires", Timestamp.from(solved.expiresAt()))
            .update() == 1;
    }

    public long countExpired(Instant now) {
        return this.jdbc.sql("SELECT count(*) FROM spent_puzzle WHERE expires_at <= :now")
            .param("now", Timestamp.from(now))
            .query(Long.class)
            .single();
    }

    /** Since when the oldest of them need not be remembered. */
    public Optional<Instant> oldestExpired(Instant now) {
        return this.jdbc.sql("SELECT expires_at FROM spent_puzzle WHERE expires_at <= :now ORDER BY expires_at LIMIT 1")
            .param("now", Timestamp.from(now))
            .query((row, _) -> row.getTimestamp("expires_at").toInstant())
            .optional();
    }

    /**
     * Forgets them.
     * @return how many
     */
    public int forgetExpired(Instant now) {
        return this.jdbc.sql("DELETE FROM spent_puzzle WHERE expires_at <= :now")
            .param("now", Timestamp.from(now))
            .update();
    }

}
