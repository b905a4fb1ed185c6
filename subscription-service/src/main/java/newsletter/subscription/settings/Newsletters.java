package newsletter.subscription.settings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.subscription.SiteProperties;
import newsletter.subscription.desk.ForStaff;
import newsletter.subscription.settings.Settings.Words;

/** The {@code newsletter} table and its translations, as an officer leaves them. */
// The topic of this name is a bean too.
@Repository("newsletterTable")
@ForStaff
class Newsletters {

    private final JdbcClient jdbc;

    /** Of what is new. */
    private final String language;

    Newsletters(JdbcClient jdbc, SiteProperties site) {
        this.jdbc = jdbc;
        this.language = site.languages().getFirst().getLanguage();
    }

    List<Present> all() {
        return this.jdbc.sql("SELECT * FROM newsletter ORDER BY closed_at NULLS FIRST, position, id")
            .query((row, _) -> present(row))
            .list();
    }

    Optional<Present> find(String id) {
        return this.jdbc.sql("SELECT * FROM newsletter WHERE id = :id")
            .param("id", id)
            .query((row, _) -> present(row))
            .optional();
    }

    /** Until the transaction ends: what is decided on must not change meanwhile. */
    Optional<Present> findAndLock(String id) {
        return this.jdbc.sql("SELECT * FROM newsletter WHERE id = :id FOR UPDATE")
            .param("id", id)
            .query((row, _) -> present(row))
            .optional();
    }

    void save(Present present) {
        Settings settings = present.settings();
        this.jdbc.sql("""
                INSERT INTO newsletter (id, name, purpose, purpose_version, sender, sender_address, frequency,
                    lawful_basis, direct_marketing, validity, retention, for_children, dpia, position, language,
                    published_at, purpose_since, closed_at)
                VALUES (:id, :name, :purpose, :purposeVersion, :sender, :senderAddress, :frequency, :lawfulBasis,
                    :directMarketing, :validity, :retention, :forChildren, :dpia, :position, :language, :publishedAt,
                    :purposeSince, :closedAt)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, purpose = excluded.purpose,
                    purpose_version = excluded.purpose_version, sender = excluded.sender,
                    sender_address = excluded.sender_address, frequency = excluded.frequency,
                    lawful_basis = excluded.lawful_basis, direct_marketing = excluded.direct_marketing,
                    validity = excluded.validity, retention = excluded.retention,
                    for_children = excluded.for_children, dpia = excluded.dpia, position = excluded.position,
                    published_at = excluded.published_at, purpose_since = excluded.purpose_since,
                    closed_at = excluded.closed_at
                """)
            .param("id", present.id())
            .param("purposeVersion", present.purposeVersion())
            .param("language", this.language)
            .param("publishedAt", timestamp(present.publishedAt()))
            .param("purposeSince", timestamp(present.purposeSince()))
            .param("closedAt", timestamp(present.closedAt()))
            .params(columns(settings))
            .update();
        this.jdbc.sql("DELETE FROM newsletter_text WHERE newsletter_id = :id").param("id", present.id()).update();
        settings.translations()
            .forEach((translation, words) -> this.jdbc.sql("""
                    INSERT INTO newsletter_text (newsletter_id, language, name, purpose, frequency)
                    VALUES (:id, :language, :name, :purpose, :frequency)
                    """)
                .param("id", present.id())
                .param("language", translation)
                .param("name", words.name())
                .param("purpose", words.purpose())
                .param("frequency", words.frequency())
                .update());
    }

    private Present present(ResultSet row) throws SQLException {
        String id = row.getString("id");
        return new Present(id, row.getInt("purpose_version"), settings(row, translations(id)),
                instant(row, "published_at"), instant(row, "purpose_since"), instant(row, "closed_at"));
    }

    private Map<String, Words> translations(String id) {
        return this.jdbc.sql("SELECT language, name, purpose, frequency FROM newsletter_text WHERE newsletter_id = :id")
            .param("id", id)
            .query((row, _) -> Map.entry(row.getString("language"), words(row)))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return (instant != null) ? Timestamp.from(instant) : null;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return (timestamp != null) ? timestamp.toInstant() : null;
    }

    /** Those that a revision has as well. */
    static Map<String, Object> columns(Settings settings) {
        var columns = new HashMap<String, Object>();
        columns.put("name", settings.words().name());
        columns.put("purpose", settings.words().purpose());
        columns.put("frequency", settings.words().frequency());
        columns.put("sender", settings.sender());
        columns.put("senderAddress", settings.senderAddress());
        columns.put("lawfulBasis", settings.lawfulBasis());
        columns.put("directMarketing", settings.directMarketing());
        columns.put("validity", settings.validity());
        columns.put("retention", settings.retention());
        columns.put("forChildren", settings.forChildren());
        columns.put("dpia", settings.dpia());
        columns.put("position", settings.position());
        return columns;
    }

    static Settings settings(ResultSet row, Map<String, Words> translations) throws SQLException {
        return new Settings(words(row), row.getString("sender"), row.getString("sender_address"),
                row.getString("lawful_basis"), row.getBoolean("direct_marketing"), row.getString("validity"),
                row.getString("retention"), row.getBoolean("for_children"), row.getString("dpia"),
                row.getInt("position"), translations);
    }

    static Words words(ResultSet row) throws SQLException {
        return new Words(row.getString("name"), row.getString("purpose"), row.getString("frequency"));
    }

}
