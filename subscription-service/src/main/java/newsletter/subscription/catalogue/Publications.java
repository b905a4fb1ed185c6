package newsletter.subscription.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.events.NewsletterPublished;
import newsletter.events.NewsletterPublished.WordingKind;

/** The {@code newsletter} and {@code wording} tables, as other services see them. */
@Repository
class Publications {

    private final JdbcClient jdbc;

    Publications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * All that are published. Their rows stay locked until the transaction ends: of two
     * replicas that start together, the second sees what the first has told.
     */
    List<Publication> findAndLock() {
        return this.jdbc.sql("""
                SELECT id, purpose_version, name, purpose, sender, sender_address, frequency, lawful_basis,
                    direct_marketing, validity, language, told
                FROM newsletter
                WHERE published_at IS NOT NULL
                ORDER BY id
                FOR UPDATE
                """).query((row, _) -> publication(row)).list();
    }

    private Publication publication(ResultSet row) throws SQLException {
        String id = row.getString("id");
        return new Publication(new Publication.Row(id, row.getInt("purpose_version"), row.getString("name"),
                row.getString("purpose"), row.getString("sender"), row.getString("sender_address"),
                row.getString("frequency"), row.getString("lawful_basis"), row.getBoolean("direct_marketing"),
                row.getString("validity"), row.getString("language")), wordings(id), texts(id), told(row));
    }

    private static @Nullable String told(ResultSet row) throws SQLException {
        return row.getString("told");
    }

    /** Its own and those of the city, in an order that does not change by itself. */
    private List<NewsletterPublished.Wording> wordings(String newsletterId) {
        return this.jdbc.sql("""
                SELECT sha256, kind, version, language, effective_from, text
                FROM wording
                WHERE newsletter_id = :newsletter OR newsletter_id IS NULL
                ORDER BY effective_from, kind, language, sha256
                """)
            .param("newsletter", newsletterId)
            .query((row, _) -> new NewsletterPublished.Wording(row.getString("sha256"),
                    WordingKind.valueOf(row.getString("kind")), row.getString("version"), row.getString("language"),
                    row.getTimestamp("effective_from").toInstant(), row.getString("text")))
            .list();
    }

    private List<NewsletterPublished.Text> texts(String newsletterId) {
        return this.jdbc.sql("""
                SELECT text.language, text.name, text.purpose, text.frequency
                FROM newsletter_text text
                JOIN newsletter ON newsletter.id = newsletter_id AND newsletter.language <> text.language
                WHERE newsletter_id = :newsletter
                ORDER BY text.language
                """).param("newsletter", newsletterId).query(NewsletterPublished.Text.class).list();
    }

    void told(Publication publication) {
        this.jdbc.sql("UPDATE newsletter SET told = :told WHERE id = :id")
            .param("told", publication.fingerprint())
            .param("id", publication.row().id())
            .update();
    }

}
