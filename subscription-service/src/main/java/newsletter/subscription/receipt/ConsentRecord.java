package newsletter.subscription.receipt;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One consent with all that ISO/IEC TS 27560 asks of a record, complete by itself. Unlike
 * a receipt it tells what has become of it. Part of a published schema: add, and take
 * nothing away.
 *
 * @param piiPrincipalId the subscriber's random id
 * @param collectionMethod how it was asked: {@code web-form} and so on
 * @param events the last one is how it stands
 */
public record ConsentRecord(String schemaVersion, UUID recordId, UUID piiPrincipalId, String language,
        String jurisdiction, String lawfulBasis, boolean directMarketing, List<Purpose> purposes, Text statement,
        Text privacyNotice, Text confirmationMail, UUID requestId, String collectionMethod, List<Item> piiInformation,
        List<Party> piiControllers, List<Party> recipientThirdParties, Party authorityParty,
        List<String> storageLocations, String retentionPeriod, List<String> withdrawalMethod, String privacyRights,
        List<Happening> events) {

    static final String SCHEMA = "city-newsletter/consent-record/1";

    /** A newsletter, and which version of its purpose. */
    public record Purpose(String newsletter, String name, int version) {
    }

    /** A wording. Its words stay readable at its address. */
    public record Text(String version, String language, String textSha256, String url) {
    }

    /** A kind of data. */
    public record Item(String piiType, boolean piiOptional, boolean specialPiiCategory) {
    }

    /**
     * Somebody who has to do with the data. Who works for the city is reached through it.
     */
    public record Party(String partyId, String partyName, String partyRole, String partyType, String partyAddress,
            String partyContact) {
    }

    /**
     * Something that happened to it.
     *
     * @param eventType {@code explicit}: a person did something, or the clock did
     * @param eventState {@code given}, {@code withdrawn}, {@code expired},
     * {@code replaced} or {@code ended}
     * @param how such as {@code confirmed} or {@code one-click}
     * @param validityDuration ISO 8601, as the calendar counts; {@code P0D} of an end
     */
    public record Happening(Instant eventTime, String eventType, String eventState, String how, String entityId,
            String validityDuration) {
    }

}
