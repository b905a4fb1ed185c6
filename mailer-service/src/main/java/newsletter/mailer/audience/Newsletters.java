package newsletter.mailer.audience;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.events.NewsletterPublished;
import newsletter.events.NewsletterPublished.Text;
import newsletter.events.NewsletterPublished.Wording;
import newsletter.inbox.Unreadable;

/** The {@code newsletter} and {@code wording} tables. */
@Repository
public class Newsletters {

    private final JdbcClient jdbc;

    Newsletters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of their names. */
    public List<Newsletter> all() {
        return this.jdbc.sql("""
                SELECT id, name, purpose, purpose_version, sender, sender_address, frequency, language
                FROM newsletter
                ORDER BY name, id
                """).query(Newsletter.class).list();
    }

    public Optional<Newsletter> find(String id) {
        return this.jdbc.sql("""
                SELECT id, name, purpose, purpose_version, sender, sender_address, frequency, language
                FROM newsletter
                WHERE id = :id
                """).param("id", id).query(Newsletter.class).optional();
    }

    /** An older state, read again, does not undo a newer one. */
    void learn(NewsletterPublished newsletter) {
        boolean newer = this.jdbc.sql("""
                INSERT INTO newsletter (id, name, purpose, purpose_version, sender, sender_address, frequency,
                    language, told_at)
                VALUES (:newsletterId, :name, :purpose, :purposeVersion, :sender, :senderAddress, :frequency,
                    :language, :toldAt)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, purpose = excluded.purpose,
                    purpose_version = excluded.purpose_version, sender = excluded.sender,
                    sender_address = excluded.sender_address, frequency = excluded.frequency,
                    language = excluded.language, told_at = excluded.told_at
                WHERE newsletter.told_at < excluded.told_at
                """)
            .param("newsletterId", newsletter.newsletterId())
            .param("name", newsletter.name())
            .param("purpose", newsletter.purpose())
            .param("purposeVersion", newsletter.purposeVersion())
            .param("sender", newsletter.sender())
            .param("senderAddress", newsletter.senderAddress())
            .param("frequency", newsletter.frequency())
            .param("language", newsletter.language())
            .param("toldAt", newsletter.occurredAt().atOffset(ZoneOffset.UTC))
            .update() == 1;
        if (newer) {
            this.jdbc.sql("DELETE FROM newsletter_text WHERE newsletter_id = :id")
                .param("id", newsletter.newsletterId())
                .update();
            newsletter.translations().forEach((text) -> learn(newsletter.newsletterId(), text));
        }
        newsletter.wordings().forEach(this::learn);
    }

    private void learn(String newsletterId, Text text) {
        this.jdbc.sql("""
                INSERT INTO newsletter_text (newsletter_id, language, name, purpose, frequency)
                VALUES (:id, :language, :name, :purpose, :frequency)
                """)
            .param("id", newsletterId)
            .param("language", text.language())
            .param("name", text.name())
            .param("purpose", text.purpose())
            .param("frequency", text.frequency())
            .update();
    }

    private void learn(Wording wording) {
        if (!wording.sha256().equals(sha256(wording.text()))) {
            // Consents refer to it by its hash: what it says would be anybody's guess.
            throw new Unreadable("A wording does not have the hash it is told under");
        }
        this.jdbc.sql("""
                INSERT INTO wording (sha256, version, language, text)
                VALUES (:sha256, :version, :language, :text)
                ON CONFLICT (sha256) DO NOTHING
                """).paramSource(wording).update();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
