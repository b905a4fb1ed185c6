package newsletter.subscription.catalogue;

import java.sql.Timestamp;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.events.NewsletterPublished.WordingKind;

/** Adds wordings, as a migration would. */
final class Wordings {

    private Wordings() {
    }

    /** The hash of the new wording. */
    static String add(JdbcClient jdbc, WordingKind kind, @Nullable String newsletter, String version, Instant from,
            String text) {
        return jdbc.sql("""
                INSERT INTO wording (sha256, kind, newsletter_id, version, language, text, effective_from, approved_by)
                VALUES (encode(sha256(convert_to(:text, 'UTF8')), 'hex'), :kind, :newsletter, :version, 'en', :text,
                    :from, 'dpo')
                RETURNING sha256
                """)
            .param("text", text)
            .param("kind", kind.name())
            .param("newsletter", newsletter)
            .param("version", version)
            .param("from", Timestamp.from(from))
            .query(String.class)
            .single();
    }

    /** What a newsletter is called in another language. */
    static void translate(JdbcClient jdbc, String newsletter, String language, String name) {
        jdbc.sql("""
                INSERT INTO newsletter_text (newsletter_id, language, name, purpose, frequency)
                VALUES (:id, :language, :name, 'Cel', 'Nigdy')
                """).param("id", newsletter).param("language", language).param("name", name).update();
    }

    /** A newsletter of its own for one test. */
    static void publish(JdbcClient jdbc, String id) {
        jdbc.sql("""
                INSERT INTO newsletter (id, name, purpose, sender, sender_address, frequency, direct_marketing,
                    language, position, published_at)
                VALUES (:id, :id, 'A test', 'A test', 'test@news.exford.example.org', 'Never', true, 'en', 100,
                    '2026-01-01T00:00:00Z')
                """).param("id", id).update();
    }

}
