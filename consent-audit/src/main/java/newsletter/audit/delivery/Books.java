package newsletter.audit.delivery;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds up what was reported of each edition, from {@code delivery_report}. */
@Repository
public class Books {

    private final JdbcClient jdbc;

    Books(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The sums of one edition.
     *
     * @param planned how many deliveries it has, by its newest report
     * @param missingReports how many numbers are missing between 1 and the highest
     */
    public record Sum(UUID editionId, String newsletterId, long planned, long accepted, long refused, long suppressed,
            long unknown, long missingReports) {

        public long reported() {
            return this.accepted + this.refused + this.suppressed + this.unknown;
        }

        public boolean balances() {
            return this.missingReports == 0 && reported() == this.planned;
        }

        /** Waiting will not help. */
        public boolean isTooMuch() {
            return reported() > this.planned;
        }

    }

    /** The editions that were last reported on, newest first. */
    public List<Sum> newest(int editions) {
        return this.jdbc.sql("""
                SELECT edition_id, min(newsletter_id) AS newsletter_id,
                    (array_agg(planned ORDER BY leaf_index DESC))[1] AS planned,
                    sum(accepted)::bigint AS accepted, sum(refused)::bigint AS refused,
                    sum(suppressed)::bigint AS suppressed, sum(unknown)::bigint AS unknown,
                    max(sequence) - count(DISTINCT sequence) AS missing_reports
                FROM delivery_report
                GROUP BY edition_id
                ORDER BY max(leaf_index) DESC
                LIMIT :editions
                """).param("editions", editions).query(Sum.class).list();
    }

}
