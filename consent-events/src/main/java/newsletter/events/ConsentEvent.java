package newsletter.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

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
     * @param method how it was asked: {@code web-form}, by a resident; {@code phone} or
     * {@code paper-form}, by staff for one; {@code import}, with evidence from elsewhere;
     * {@code permission-request}, by the city, which holds no evidence; {@code renewal},
     * by the city, because a consent is running out
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
     * the letter; {@code undo}, which takes back a withdrawal; or {@code evidence}, which
     * an import brought along
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
        PREFERENCES,

        /** The mail program’s “this is spam”, told to us by the mailbox provider. */
        @JsonProperty("complaint")
        COMPLAINT,

        /** A member of staff, for a person who wrote or called. */
        @JsonProperty("staff")
        STAFF,

        /** The person objected to all of it. */
        @JsonProperty("objection")
        OBJECTION,

        /** The person had themselves erased. */
        @JsonProperty("erasure")
        ERASURE

    }

    /**
     * What a request rests on that no form of ours took: told right after the request.
     *
     * @param requestId the request
     * @param collectedAt when the person agreed
     * @param collector the sign-in name of the member of staff
     * @param script the version of what was read out or printed
     * @param evidence the reference of the recording, the paper or the record elsewhere:
     * letters, digits and dashes only
     */
    @JsonTypeName("evidence-recorded")
    record EvidenceRecorded(UUID eventId, UUID subscriberId, Instant occurredAt, UUID requestId, Instant collectedAt,
            String collector, String script, String evidence) implements ConsentEvent {
    }

    /**
     * A person whom we asked to renew has not answered, and is asked for the last time.
     *
     * @param requestId the request, whose method is {@code renewal}
     */
    @JsonTypeName("renewal-reminded")
    record RenewalReminded(UUID eventId, UUID subscriberId, Instant occurredAt,
            UUID requestId) implements ConsentEvent {
    }

    /**
     * A consent has run out, and was not renewed: this newsletter may no longer be sent.
     */
    @JsonTypeName("consent-expired")
    record ConsentExpired(UUID eventId, UUID subscriberId, Instant occurredAt, UUID consentId,
            String newsletterId) implements ConsentEvent {
    }

    /** We end a consent that its giver has not withdrawn. */
    @JsonTypeName("consent-ended")
    record ConsentEnded(UUID eventId, UUID subscriberId, Instant occurredAt, UUID consentId, String newsletterId,
            EndedBecause because) implements ConsentEvent {
    }

    /** Why we end a consent. */
    enum EndedBecause {

        /** The newsletter is no more. */
        @JsonProperty("newsletter-closed")
        NEWSLETTER_CLOSED,

        /** The mailbox does not exist, or no longer. */
        @JsonProperty("undeliverable")
        UNDELIVERABLE

    }

    /**
     * A person wants to be reached at another address. Nothing changes before the owner
     * of that mailbox confirms.
     *
     * @param contactId the id under which {@code subscriber-contacts} holds the new
     * address, for the letter that asks to confirm
     * @param language BCP 47 tag of the letter
     * @param expiresAt from when on it can no longer be confirmed
     */
    @JsonTypeName("address-change-requested")
    record AddressChangeRequested(UUID eventId, UUID subscriberId, Instant occurredAt, UUID changeId, UUID contactId,
            String language, Instant expiresAt) implements ConsentEvent {
    }

    /**
     * A change of address has ended without being confirmed: nobody did so in time, the
     * person asked for another one, or the owner of the new mailbox did not want it.
     */
    @JsonTypeName("address-change-lapsed")
    record AddressChangeLapsed(UUID eventId, UUID subscriberId, Instant occurredAt,
            UUID changeId) implements ConsentEvent {
    }

    /**
     * From now on the person is reached at another address. Their consents stay what they
     * were.
     *
     * @param formerContactId the id under which {@code subscriber-contacts} holds the
     * former address, for the letter that tells of the change
     * @param language BCP 47 tag of that letter
     * @param addressCommitment HMAC-SHA-256 (hex) of the canonical new address under a
     * new salt
     */
    @JsonTypeName("address-changed")
    record AddressChanged(UUID eventId, UUID subscriberId, Instant occurredAt, UUID changeId, UUID formerContactId,
            String language, String addressCommitment) implements ConsentEvent {
    }

    /**
     * The person wants to be written to in another language.
     *
     * @param language BCP 47 tag
     */
    @JsonTypeName("language-changed")
    record LanguageChanged(UUID eventId, UUID subscriberId, Instant occurredAt,
            String language) implements ConsentEvent {
    }

    /**
     * The person wants no newsletter before a day. Their consents stay what they were.
     *
     * @param until from then on newsletters come again; a later one of these replaces it
     */
    @JsonTypeName("deliveries-paused")
    record DeliveriesPaused(UUID eventId, UUID subscriberId, Instant occurredAt,
            Instant until) implements ConsentEvent {
    }

    /** The person wants newsletters again before the day that they had named. */
    @JsonTypeName("deliveries-resumed")
    record DeliveriesResumed(UUID eventId, UUID subscriberId, Instant occurredAt) implements ConsentEvent {
    }

    /**
     * What we hold of the person is kept and not used: nothing is mailed, and nothing
     * expires or is forgotten (GDPR, Article 18).
     *
     * @param caseId the request that it answers
     */
    @JsonTypeName("processing-restricted")
    record ProcessingRestricted(UUID eventId, UUID subscriberId, Instant occurredAt,
            UUID caseId) implements ConsentEvent {
    }

    /** The restriction has ended. */
    @JsonTypeName("restriction-lifted")
    record RestrictionLifted(UUID eventId, UUID subscriberId, Instant occurredAt, UUID caseId) implements ConsentEvent {
    }

    /**
     * A person exercises a right that we have to answer.
     *
     * @param dueAt by when the law wants an answer, or an acknowledgement of a complaint
     */
    @JsonTypeName("rights-request-received")
    record RightsRequestReceived(UUID eventId, UUID subscriberId, Instant occurredAt, UUID caseId, Right right,
            Instant dueAt) implements ConsentEvent {
    }

    /** What a person may ask of us. */
    enum Right {

        /** To see what we hold (Article 15). */
        @JsonProperty("access")
        ACCESS,

        /** To be forgotten (Article 17). */
        @JsonProperty("erasure")
        ERASURE,

        /** That we keep and do not use (Article 18). */
        @JsonProperty("restriction")
        RESTRICTION,

        /** That we stop (Article 21). */
        @JsonProperty("objection")
        OBJECTION,

        /** That we look into something we did. */
        @JsonProperty("complaint")
        COMPLAINT

    }

    /** A member of staff has told the person that we are at it. */
    @JsonTypeName("rights-request-acknowledged")
    record RightsRequestAcknowledged(UUID eventId, UUID subscriberId, Instant occurredAt, UUID caseId,
            String officer) implements ConsentEvent {
    }

    /**
     * A request is answered.
     *
     * @param outcome {@code fulfilled}, {@code refused} or {@code withdrawn}
     */
    @JsonTypeName("rights-request-closed")
    record RightsRequestClosed(UUID eventId, UUID subscriberId, Instant occurredAt, UUID caseId, String officer,
            String outcome) implements ConsentEvent {
    }

    /**
     * The person took a copy of what we hold of them.
     *
     * @param format {@code html}, {@code json} or {@code csv}
     */
    @JsonTypeName("data-exported")
    record DataExported(UUID eventId, UUID subscriberId, Instant occurredAt, String format) implements ConsentEvent {
    }

    /**
     * The person is erased: forget how they can be reached, and acknowledge it. What the
     * ledger holds of them is about a random id from now on. Requests that were open have
     * ended with it; the end of each consent is told before it.
     *
     * @param by {@code resident}, {@code staff} or {@code retention}
     * @param farewellContactId the id under which {@code subscriber-contacts} holds the
     * address for the letter that says so; absent if there is none
     * @param language BCP 47 tag of that letter
     */
    @JsonTypeName("subscriber-erased")
    record SubscriberErased(UUID eventId, UUID subscriberId, Instant occurredAt, String by,
            @Nullable UUID farewellContactId, String language) implements ConsentEvent {
    }

    /**
     * An address is not written to any more, whoever types it into a form. It is kept as
     * a keyed tag, and outlives erasure.
     *
     * @param suppressionId names it where the tag must not be
     * @param reason {@code objection}, {@code complaint}, {@code undeliverable},
     * {@code erasure} or {@code staff}
     */
    @JsonTypeName("suppression-added")
    record SuppressionAdded(UUID eventId, UUID subscriberId, Instant occurredAt, UUID suppressionId,
            String reason) implements ConsentEvent {
    }

    /** An address may be written to again. */
    @JsonTypeName("suppression-lifted")
    record SuppressionLifted(UUID eventId, UUID subscriberId, Instant occurredAt,
            UUID suppressionId) implements ConsentEvent {
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
