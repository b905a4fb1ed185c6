package newsletter.subscription.archive;

import java.time.Instant;
import java.util.UUID;

import newsletter.events.EditionPublished;

/**
 * An edition as anyone may read it.
 *
 * @param slug its name in our addresses
 * @param html as the mailer told it: show it through {@link EditionHtml} only
 * @param summary its beginning, for lists and for whoever it is shared with
 */
record PublishedEdition(UUID editionId, String slug, String newsletterId, String title, String language, String html,
        String summary, Instant publishedAt) {

    private static final int SUMMARY_LENGTH = 200;

    static PublishedEdition of(EditionPublished event) {
        return new PublishedEdition(event.editionId(), event.slug(), event.newsletterId(), event.title(),
                event.language(), event.html(), summary(event.text()), event.occurredAt());
    }

    /** The same under a name that no other edition can have. */
    PublishedEdition withOwnSlug() {
        return new PublishedEdition(this.editionId, this.slug + "-" + this.editionId, this.newsletterId, this.title,
                this.language, this.html, this.summary, this.publishedAt);
    }

    private static String summary(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= SUMMARY_LENGTH) {
            return line;
        }
        int end = line.lastIndexOf(' ', SUMMARY_LENGTH);
        return line.substring(0, (end > 0) ? end : SUMMARY_LENGTH) + "…";
    }

}
