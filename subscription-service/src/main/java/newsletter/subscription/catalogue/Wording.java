package newsletter.subscription.catalogue;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import newsletter.events.NewsletterPublished.WordingKind;

/**
 * One immutable version of what a person is shown.
 *
 * @param sha256 SHA-256 (hex) of the text: its name
 * @param newsletterId absent if it is for every newsletter of the city
 * @param text plain text, or Markdown for the privacy notice
 */
public record Wording(String sha256, WordingKind kind, @Nullable String newsletterId, String version, String language,
        String text, Instant effectiveFrom) {

    /** The paragraphs of a plain text. */
    public List<String> paragraphs() {
        return List.of(this.text.split("\n\n"));
    }

}
