package newsletter.events;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * An approved edition goes out, and may be read by everyone on the public site.
 *
 * @param slug its name in the public address: {@code 2026-11-winter-service}
 * @param title its subject line
 * @param html the sanitised body, without any layout
 * @param text the same as plain text
 * @param contentSha256 SHA-256 (hex) of the compiled mail that was approved
 * @param author the sign-in name of who submitted it
 * @param approver the sign-in name of who approved it, never the author
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonTypeName("edition-published")
public record EditionPublished(UUID eventId, UUID editionId, Instant occurredAt, String newsletterId, String slug,
        String title, String language, String html, String text, String contentSha256, String author, String approver,
        Instant approvedAt) implements Event {

    @Override
    public String topic() {
        return Topics.EDITIONS;
    }

    @Override
    public String key() {
        return this.editionId.toString();
    }

}
