package newsletter.audit.integrity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

import static java.time.ZoneOffset.UTC;

/** The {@code integrity_check} table. */
@Repository
class Checks {

    private final JdbcClient jdbc;

    Checks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Check check) {
        this.jdbc.sql("""
                INSERT INTO integrity_check (started_at, finished_at, size, faults)
                VALUES (:startedAt, :finishedAt, :size, :faults)
                """)
            .param("startedAt", check.startedAt().atOffset(UTC))
            .param("finishedAt", check.finishedAt().atOffset(UTC))
            .param("size", check.size())
            .param("faults", new SqlArrayValue("text", check.faults().toArray()))
            .update();
    }

    /** The last ones, the newest first. */
    List<Check> newest(int count) {
        return this.jdbc
            .sql("SELECT started_at, finished_at, size, faults FROM integrity_check ORDER BY id DESC LIMIT :count")
            .param("count", count)
            .query(Checks::check)
            .list();
    }

    private static Check check(ResultSet row, int number) throws SQLException {
        return new Check(row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("finished_at", OffsetDateTime.class).toInstant(), row.getLong("size"),
                List.of((String[]) row.getArray("faults").getArray()));
    }

}
