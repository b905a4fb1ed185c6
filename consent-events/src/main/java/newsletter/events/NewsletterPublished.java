package newsletter.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/**
 * A newsletter as it is from now on, with every wording that it was ever asked consent
 * for with, so that whoever reads only the last record can still show them all.
 *
 * @param newsletterId stable and readable: {@code mayor}
 * @param purposeVersion rises when the purpose changes, which needs new consent
 * @param sender the name in From
 * @param senderAddress the address in From: the city's, not a resident's
 * @param frequency how often it comes, in words
 * @param lawfulBasis {@code uk-gdpr:6(1)(a)} for consent
 * @param validity how long a consent lasts, as an ISO 8601 period: {@code P24M}
 * @param language BCP 47 tag of name, purpose and frequency
 * @param texts the same in other languages, if there are any
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonTypeName("newsletter-published")
public record NewsletterPublished(UUID eventId, String newsletterId, Instant occurredAt, int purposeVersion,
        String name, String purpose, String sender, String senderAddress, String frequency, String lawfulBasis,
        boolean directMarketing, String validity, String language, List<Wording> wordings,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Text> texts) implements Event {

    /** A newsletter that has words in its own language alone. */
    public NewsletterPublished(UUID eventId, String newsletterId, Instant occurredAt, int purposeVersion, String name,
            String purpose, String sender, String senderAddress, String frequency, String lawfulBasis,
            boolean directMarketing, String validity, String language, List<Wording> wordings) {
        this(eventId, newsletterId, occurredAt, purposeVersion, name, purpose, sender, senderAddress, frequency,
                lawfulBasis, directMarketing, validity, language, wordings, null);
    }

    @Override
    public String topic() {
        return Topics.NEWSLETTERS;
    }

    @Override
    public String key() {
        return this.newsletterId;
    }

    /** What it is called in other languages than its own. */
    public List<Text> translations() {
        return (this.texts != null) ? this.texts : List.of();
    }

    /**
     * What it is called in one of them.
     *
     * @param language BCP 47 tag
     */
    public record Text(String language, String name, String purpose, String frequency) {
    }

    /**
     * One immutable version of what a person is shown.
     *
     * @param sha256 SHA-256 (hex) of the UTF-8 bytes of {@code text}: the name by which
     * consents refer to it
     * @param version semantic version for people: {@code 1.0.0}
     * @param text what is shown: plain text, or Markdown for the privacy notice
     */
    public record Wording(String sha256, WordingKind kind, String version, String language, Instant effectiveFrom,
            String text) {
    }

    /** What a wording is for. */
    public enum WordingKind {

        /** Plain text beside the box that a person ticks. */
        @JsonProperty("consent-statement")
        CONSENT_STATEMENT,

        /** The privacy notice, in Markdown. */
        @JsonProperty("privacy-notice")
        PRIVACY_NOTICE,

        /** Plain text of the letter that asks for confirmation. */
        @JsonProperty("confirmation-mail")
        CONFIRMATION_MAIL,

        /** Plain text of the letter that asks to renew what is running out. */
        @JsonProperty("renewal-mail")
        RENEWAL_MAIL,

        /** Plain text of the letter that asks those whose consent we cannot prove. */
        @JsonProperty("permission-mail")
        PERMISSION_MAIL

    }

}
