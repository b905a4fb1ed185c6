package newsletter.subscription.archive;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The {@code published_edition} table. */
@Repository
class PublishedEditions {

    private final JdbcClient jdbc;

    PublishedEditions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds an edition, once. If its slug is another's already it gets one of its own: an
     * edition under a longer address is better than one that stops all that follow.
     */
    @Transactional
    void add(PublishedEdition edition) {
        if (!insert(edition)) {
            insert(edition.withOwnSlug());
        }
    }

    /** False if edition or slug are here already. */
    private boolean insert(PublishedEdition edition) {
        return this.jdbc.sql("""
                INSERT INTO published_edition (edition_id, slug, newsletter_id, title, language, html, summary,
                    published_at)
                VALUES (:editionId, :slug, :newsletterId, :title, :language, :html, :summary, :publishedAt)
                ON CONFLICT DO NOTHING
                """)
            .param("editionId", edition.editionId())
            .param("slug", edition.slug())
            .param("newsletterId", edition.newsletterId())
            .param("title", edition.title())
            .param("language", edition.language())
            .param("html", edition.html())
            .param("summary", edition.summary())
            .param("publishedAt", Timestamp.from(edition.publishedAt()))
            .update() == 1;
    }

    /** Newest first. */
    List<PublishedEdition> newest(int limit, int offset) {
        return this.jdbc.sql("""
                SELECT edition_id, slug, newsletter_id, title, language, html, summary, published_at
                FROM published_edition
                ORDER BY published_at DESC, edition_id
                LIMIT :limit OFFSET :offset
                """).param("limit", limit).param("offset", offset).query(PublishedEdition.class).list();
    }

    /** Newest first, of one newsletter. */
    List<PublishedEdition> newest(String newsletterId, int limit, int offset) {
        return this.jdbc.sql("""
                SELECT edition_id, slug, newsletter_id, title, language, html, summary, published_at
                FROM published_edition
                WHERE newsletter_id = :newsletter
                ORDER BY published_at DESC, edition_id
                LIMIT :limit OFFSET :offset
                """)
            .param("newsletter", newsletterId)
            .param("limit", limit)
            .param("offset", offset)
            .query(PublishedEdition.class)
            .list();
    }

    Optional<PublishedEdition> find(String slug) {
        return this.jdbc.sql("""
                SELECT edition_id, slug, newsletter_id, title, language, html, summary, published_at
                FROM published_edition
                WHERE slug = :slug
                """).param("slug", slug).query(PublishedEdition.class).optional();
    }

}
