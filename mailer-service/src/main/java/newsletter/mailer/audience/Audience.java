package newsletter.mailer.audience;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts those who may be written to. Never says who they are. */
@Repository
public class Audience {

    private final JdbcClient jdbc;

    Audience(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many live consents the newsletter's present purpose has. */
    public long liveConsents(String newsletterId) {
        return jdbc.sql("""
                SELECT count(*)
                FROM consent
                JOIN newsletter ON newsletter.id = consent.newsletter_id
                    AND newsletter.purpose_version = consent.purpose_version
                WHERE newsletter_id = :newsletter AND ended_at IS NULL AND valid_until > now()
                """).param("newsletter", newsletterId).query(Long.class).single();
    }

}
