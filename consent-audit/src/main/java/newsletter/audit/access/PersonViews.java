package newsletter.audit.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import static java.time.ZoneOffset.UTC;

/** The {@code person_view} table. */
@Repository
class PersonViews {

    private final JdbcClient jdbc;

    PersonViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PersonView view) {
        this.jdbc.sql("""
                INSERT INTO person_view (id, subscriber_id, officer, reason, case_number, opened_at)
                VALUES (:id, :subscriberId, :officer, :reason, :caseNumber, :openedAt)
                """)
            .param("id", view.id())
            .param("subscriberId", view.subscriberId())
            .param("officer", view.officer())
            .param("reason", view.reason())
            .param("caseNumber", view.caseNumber())
            .param("openedAt", view.openedAt().atOffset(UTC))
            .update();
    }

    Optional<PersonView> find(UUID id) {
        return this.jdbc.sql("""
                SELECT id, subscriber_id, officer, reason, case_number, opened_at FROM person_view
                WHERE id = :id
                """).param("id", id).query(PersonViews::view).optional();
    }

    private static PersonView view(ResultSet row, int number) throws SQLException {
        return new PersonView(row.getObject("id", UUID.class), row.getObject("subscriber_id", UUID.class),
                row.getString("officer"), row.getString("reason"), row.getString("case_number"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant());
    }

}
