package newsletter.subscription.accesslink;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The {@code access_link_wish} table: addresses, by their tags, for which somebody wants
 * a link. A row is there for the second until it is answered.
 */
@Repository
class LinkWishes {

    private final JdbcClient jdbc;

    LinkWishes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Has no unique key to wait for and reads nothing: it takes as long for every address
     * (I-7).
     * @param tags every tag that the address may be stored under
     */
    @Transactional
    void add(List<byte[]> tags) {
        tags.forEach(
                (tag) -> this.jdbc.sql("INSERT INTO access_link_wish (tag) VALUES (:tag)").param("tag", tag).update());
    }

    /** The oldest that nobody else has in hand; it is gone when the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<byte[]> take() {
        return this.jdbc.sql("""
                DELETE FROM access_link_wish
                WHERE id = (
                    SELECT id FROM access_link_wish
                    ORDER BY id
                    LIMIT 1
                    FOR UPDATE SKIP LOCKED)
                RETURNING tag
                """).query((row, _) -> row.getBytes("tag")).optional();
    }

}
