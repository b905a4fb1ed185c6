package newsletter.subscription.catalogue;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.events.NewsletterPublished.WordingKind;
import newsletter.subscription.catalogue.Shown.Offer;

/** The {@code newsletter} and {@code wording} tables, as residents see them. */
@Repository
public class Catalogue {

    /** In the language asked for, or else in its own. */
    private static final String NEWSLETTER = """
            SELECT id, words.name, words.purpose, purpose_version, words.frequency, validity, words.language
            FROM newsletter
            JOIN newsletter_words(:language) words USING (id)
            """;

    private final JdbcClient jdbc;

    private final Clock clock;

    Catalogue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What is on offer now on pages in this language; empty if nothing can be. It is what
     * there are words for in this very language (C-12).
     */
    public Optional<Shown> shown(String language) {
        List<Wording> wordings = inForce(language);
        Map<String, Wording> statements = wordings.stream()
            .filter((wording) -> wording.newsletterId() != null)
            .collect(Collectors.toMap(Wording::newsletterId, Function.identity()));
        List<Offer> offers = published(language).stream()
            .flatMap((newsletter) -> Stream.ofNullable(statements.get(newsletter.id()))
                .map((statement) -> new Offer(newsletter, statement)))
            .toList();
        if (offers.isEmpty()) {
            return Optional.empty();
        }
        return first(wordings, WordingKind.PRIVACY_NOTICE)
            .flatMap((notice) -> first(wordings, WordingKind.CONFIRMATION_MAIL)
                .map((letter) -> new Shown(offers, notice, letter)));
    }

    /**
     * Each newsletter that is published and not closed, in the order of the form and its
     * own language.
     */
    public List<Newsletter> published() {
        return published("");
    }

    /** The same as a page in this language calls them. */
    public List<Newsletter> published(String language) {
        return this.jdbc.sql(NEWSLETTER + """
                WHERE published_at <= :now AND (closed_at IS NULL OR closed_at > :now)
                ORDER BY position, id
                """).param("language", language).param("now", now()).query(Newsletter.class).list();
    }

    /** Each that is or was, for what was published in its time. */
    public List<Newsletter> everPublished(String language) {
        return this.jdbc.sql(NEWSLETTER + "WHERE published_at <= :now ORDER BY position, id")
            .param("language", language)
            .param("now", now())
            .query(Newsletter.class)
            .list();
    }

    /** Since when the newsletter is published; empty if it is not yet. */
    public Optional<Instant> publishedAt(String id) {
        return this.jdbc.sql("SELECT published_at FROM newsletter WHERE id = :id AND published_at <= :now")
            .param("id", id)
            .param("now", now())
            .query(Timestamp.class)
            .optional()
            .map(Timestamp::toInstant);
    }

    /** The newsletter, published or not, in its own language. */
    public Optional<Newsletter> newsletter(String id) {
        return newsletter(id, "");
    }

    /** The same as a page in this language calls it. */
    public Optional<Newsletter> newsletter(String id, String language) {
        return this.jdbc.sql(NEWSLETTER + "WHERE id = :id")
            .param("language", language)
            .param("id", id)
            .query(Newsletter.class)
            .optional();
    }

    /** The privacy notice in force. */
    Optional<Wording> privacyNotice(String language) {
        return first(inForce(language), WordingKind.PRIVACY_NOTICE);
    }

    /** Each privacy notice in this language that was ever in force, newest first. */
    List<Wording> privacyNotices(String language) {
        return this.jdbc.sql("""
                SELECT sha256, kind, newsletter_id, version, language, text, effective_from
                FROM wording
                WHERE kind = 'PRIVACY_NOTICE' AND language = :language AND effective_from <= :now
                ORDER BY effective_from DESC
                """).param("language", language).param("now", now()).query(Wording.class).list();
    }

    /**
     * The wording of this name, in force or long replaced, but no plan for the future.
     */
    public Optional<Wording> wording(String sha256) {
        return this.jdbc.sql("""
                SELECT sha256, kind, newsletter_id, version, language, text, effective_from
                FROM wording
                WHERE sha256 = :sha256 AND effective_from <= :now
                """).param("sha256", sha256).param("now", now()).query(Wording.class).optional();
    }

    /** The wording of this kind that the city uses now. */
    public Optional<Wording> inForce(WordingKind kind, String language) {
        return first(inForce(language), kind);
    }

    boolean isInForce(Wording wording) {
        return inForce(wording.language()).contains(wording);
    }

    /**
     * Of each kind and newsletter the newest that has begun. A statement from before the
     * purpose changed is not about what is asked for now (C-29).
     */
    private List<Wording> inForce(String language) {
        return this.jdbc.sql("""
                SELECT DISTINCT ON (kind, newsletter_id)
                    sha256, kind, newsletter_id, version, wording.language, text, effective_from
                FROM wording
                LEFT JOIN newsletter ON newsletter.id = newsletter_id
                WHERE wording.language = :language AND effective_from <= :now
                    AND (purpose_since IS NULL OR effective_from >= purpose_since)
                ORDER BY kind, newsletter_id, effective_from DESC
                """).param("language", language).param("now", now()).query(Wording.class).list();
    }

    private Timestamp now() {
        return Timestamp.from(this.clock.instant());
    }

    private static Optional<Wording> first(List<Wording> wordings, WordingKind kind) {
        return wordings.stream().filter((wording) -> wording.kind() == kind).findFirst();
    }

}
