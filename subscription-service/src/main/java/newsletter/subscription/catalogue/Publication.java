package newsletter.subscription.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import newsletter.events.EventJson;
import newsletter.events.NewsletterPublished;

/**
 * A newsletter as other services should know it.
 *
 * @param wordings every wording it was, is or will be asked consent for with; those to
 * come too, because nobody is here to tell of them at the moment they begin
 * @param texts what it is called in other languages than its own
 * @param told {@link #fingerprint} of what was told last
 */
record Publication(Row row, List<NewsletterPublished.Wording> wordings, List<NewsletterPublished.Text> texts,
        @Nullable String told) {

    private static final UUID NO_ID = new UUID(0, 0);

    /** The columns that are told as they are. */
    record Row(String id, int purposeVersion, String name, String purpose, String sender, String senderAddress,
            String frequency, String lawfulBasis, boolean directMarketing, String validity, String language) {
    }

    NewsletterPublished event(Instant now) {
        return event(UUID.randomUUID(), now);
    }

    private NewsletterPublished event(UUID eventId, Instant now) {
        return new NewsletterPublished(eventId, this.row.id(), now, this.row.purposeVersion(), this.row.name(),
                this.row.purpose(), this.row.sender(), this.row.senderAddress(), this.row.frequency(),
                this.row.lawfulBasis(), this.row.directMarketing(), this.row.validity(), this.row.language(),
                this.wordings, this.texts.isEmpty() ? null : this.texts);
    }

    boolean isTold() {
        return fingerprint().equals(this.told);
    }

    /** SHA-256 (hex) of all that others would learn: equal if there is no news. */
    String fingerprint() {
        try {
            byte[] content = EventJson.write(event(NO_ID, Instant.EPOCH)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
