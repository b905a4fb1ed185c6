package newsletter.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * A fact about one person's consent, pseudonymous: a random subscriber id and no address,
 * name, IP address or token.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ConsentEvent extends Event {

    /** Random, never derived from the address. */
    UUID subscriberId();

    @Override
    default String topic() {
        return Topics.CONSENT_EVENTS;
    }

    @Override
    default String key() {
        return subscriberId().toString();
    }

    /**
     * Somebody asked for newsletters with this person's address. Nothing may be sent on
     * the strength of it but one letter that asks for confirmation.
     *
     * @param requestId what a confirmation answers
     * @param newsletters what was ticked, with the statement that stood beside it
     * @param privacyNotice SHA-256 (hex) of the privacy notice in force
     * @param confirmationMail SHA-256 (hex) of the wording of the letter that asks
     * @param language BCP 47 tag of the page, hence of the consent
     * @param method how it was asked: {@code web-form}
     * @param expiresAt from when on the request can no longer be confirmed
     */
    @JsonTypeName("subscription-requested")
    record SubscriptionRequested(UUID eventId, UUID subscriberId, Instant occurredAt, UUID requestId,
            List<RequestedNewsletter> newsletters, String privacyNotice, String confirmationMail, String language,
            String method, Instant expiresAt) implements ConsentEvent {
    }

    /**
     * One ticked box.
     *
     * @param newsletterId the newsletter's stable, readable id
     * @param purposeVersion the version of the purpose the statement speaks of
     * @param statement SHA-256 (hex) of the consent statement beside the box
     */
    record RequestedNewsletter(String newsletterId, int purposeVersion, String statement) {
    }

    /**
     * The owner of the mailbox says that they did not ask. The request has ended, and
     * what they agreed to before is as it was.
     *
     * @param requestId the request that has ended
     * @param mutedUntil until then no letter that asks for confirmation goes to this
     * address, whoever types it into a form
     */
    @JsonTypeName("request-disowned")
    record RequestDisowned(UUID eventId, UUID subscriberId, Instant occurredAt, UUID requestId,
            Instant mutedUntil) implements ConsentEvent {
    }

    /**
     * The owner of the mailbox takes back that letters are unwanted: they may be asked
     * for again. The request stays ended.
     *
     * @param requestId the request that was disowned
     */
    @JsonTypeName("disowning-revoked")
    record DisowningRevoked(UUID eventId, UUID subscriberId, Instant occurredAt,
            UUID requestId) implements ConsentEvent {
    }

    /**
     * Nobody confirmed in time, and what was stored of the request is deleted.
     *
     * @param requestId the request that has ended
     */
    @JsonTypeName("request-lapsed")
    record RequestLapsed(UUID eventId, UUID subscriberId, Instant occurredAt, UUID requestId) implements ConsentEvent {
    }

    /**
     * The owner of the mailbox confirmed: from now on this newsletter may be sent.
     *
     * @param consentId one subscriber, one newsletter, one wording
     * @param requestId the request it answers
     * @param statement SHA-256 (hex) of the consent statement
     * @param privacyNotice SHA-256 (hex) of the privacy notice
     * @param confirmationMail SHA-256 (hex) of the wording of the letter that asked
     * @param addressCommitment HMAC-SHA-256 (hex) of the canonical address under a salt
     * that erasure destroys
     * @param confirmedBy the act: {@code button}, pressed on the page behind the link in
     * the letter, or {@code undo}, which takes back a withdrawal
     * @param validUntil when the consent expires unless renewed
     * @param receiptNumber the receipt that tells the person of it; consents confirmed
     * together share one
     * @param receiptConsents how many consents that receipt covers
     */
    @JsonTypeName("consent-given")
    record ConsentGiven(UUID eventId, UUID subscriberId, Instant occurredAt, UUID consentId, String newsletterId,
            int purposeVersion, UUID requestId, String statement, String privacyNotice, String confirmationMail,
            String language, String addressCommitment, String confirmedBy, Instant validUntil, String receiptNumber,
            int receiptConsents) implements ConsentEvent {
    }

    /** Consent is withdrawn: this newsletter may no longer be sent. */
    @JsonTypeName("consent-withdrawn")
    record ConsentWithdrawn(UUID eventId, UUID subscriberId, Instant occurredAt, UUID consentId, String newsletterId,
            WithdrawnBy by) implements ConsentEvent {
    }

    /** The way a person took to withdraw. */
    enum WithdrawnBy {

        /** The mail program's button: a POST as in RFC 8058. */
        @JsonProperty("one-click")
        ONE_CLICK,

        /** The button on the page behind the link in the mail. */
        @JsonProperty("unsubscribe-page")
        UNSUBSCRIBE_PAGE,

        /** A button on the page that shows all that the person agreed to. */
        @JsonProperty("preferences")
        PREFERENCES

    }

    /**
     * Somebody asked, with this person's address, for a link to their preferences. It is
     * sent to that address and nowhere else.
     *
     * @param language BCP 47 tag of the letter
     * @param expiresAt from when on the link is good for nothing
     */
    @JsonTypeName("access-link-requested")
    record AccessLinkRequested(UUID eventId, UUID subscriberId, Instant occurredAt, String language,
            Instant expiresAt) implements ConsentEvent {
    }

}
