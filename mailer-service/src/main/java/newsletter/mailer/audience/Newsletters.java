package newsletter.mailer.audience;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The {@code newsletter} table. */
@Repository
public class Newsletters {

    private final JdbcClient jdbc;

    Newsletters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of their names. */
    public List<Newsletter> all() {
        return jdbc.sql("""
                SELECT id, name, purpose, purpose_version, sender, sender_address, frequency, language
                FROM newsletter
                ORDER BY name, id
                """).query(Newsletter.class).list();
    }

    public Optional<Newsletter> find(String id) {
        return jdbc.sql("""
                SELECT id, name, purpose, purpose_version, sender, sender_address, frequency, language
                FROM newsletter
                WHERE id = :id
                """).param("id", id).query(Newsletter.class).optional();
    }

}
