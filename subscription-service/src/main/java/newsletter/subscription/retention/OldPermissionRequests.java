package newsletter.subscription.retention;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Who was asked for permission once is remembered, under a keyed tag, for two years: as
 * long as somebody might bring the same old list again.
 */
@Service
class OldPermissionRequests implements RetentionRule {

    private static final Duration REMEMBERED = Duration.ofDays(730);

    private final JdbcClient jdbc;

    OldPermissionRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "permission-requests";
    }

    @Override
    public long due(Instant now) {
        return this.jdbc.sql("SELECT count(*) FROM permission_request WHERE asked_at <= :then")
            .param("then", then(now))
            .query(Long.class)
            .single();
    }

    @Override
    public Optional<Instant> oldest(Instant now) {
        return this.jdbc.sql("SELECT min(asked_at) FROM permission_request WHERE asked_at <= :then")
            .param("then", then(now))
            .query(Timestamp.class)
            .optional()
            .map((asked) -> asked.toInstant().plus(REMEMBERED));
    }

    @Override
    public int apply(Instant now) {
        return this.jdbc.sql("DELETE FROM permission_request WHERE asked_at <= :then")
            .param("then", then(now))
            .update();
    }

    private static Timestamp then(Instant now) {
        return Timestamp.from(now.minus(REMEMBERED));
    }

}
