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

    /**
     * How many subscribers consent to the newsletter's present purpose, and want it now:
     * whoever has paused is not there.
     */
    public long liveConsents(String newsletterId) {
        return this.jdbc.sql("""
                SELECT count(*)
                FROM deliverable_consent
                JOIN newsletter ON newsletter.id = newsletter_id
                    AND newsletter.purpose_version = deliverable_consent.purpose_version
                WHERE newsletter_id = :newsletter
                """).param("newsletter", newsletterId).query(Long.class).single();
    }

}
