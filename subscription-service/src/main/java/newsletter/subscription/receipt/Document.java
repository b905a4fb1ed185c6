package newsletter.subscription.receipt;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A receipt as it is signed. The names are those of ISO/IEC TS 27560 where it has one;
 * see the README for the rest. Whoever changes a component changes what receipts of years
 * ago are read with: add, and keep {@link #SCHEMA} until something is taken away.
 *
 * @param schemaVersion see {@link #SCHEMA}
 * @param created when the consents were given, so that a receipt that is fetched again is
 * the same
 * @param piiPrincipalId the subscriber's random id: never the address
 */
record Document(String schemaVersion, String receiptId, Instant created, String issuer, UUID piiPrincipalId,
        String language, String jurisdiction, List<Party> piiControllers, List<Party> recipientThirdParties,
        Text privacyNotice, Collected collection, List<Item> piiInformation, List<String> storageLocations,
        String retentionPeriod, List<String> withdrawalMethod, String privacyRights, Party authorityParty,
        List<Entry> records) {

    static final String SCHEMA = "city-newsletter/consent-receipt/1";

    /**
     * Somebody who has to do with the data, as far as there is more to say than a name.
     */
    record Party(@Nullable String partyId, String partyName, String partyRole, String partyType,
            @Nullable String partyAddress, @Nullable String partyContact) {
    }

    /** A wording. Its words stay readable at its address. */
    record Text(String version, String language, String textSha256, String url) {
    }

    /**
     * How the consent came about.
     *
     * @param confirmationMail the words of the letter that asked to confirm
     */
    record Collected(String method, Instant requestedAt, Instant confirmedAt, String confirmedBy,
            Text confirmationMail) {
    }

    /** A kind of data. */
    record Item(String piiType, boolean piiOptional, boolean specialPiiCategory) {
    }

    /**
     * One consent.
     *
     * @param statementText the words beside the box, of which {@code statement} has the
     * hash
     * @param validityDuration ISO 8601, as the calendar counts
     */
    record Entry(UUID recordId, String eventType, String eventState, Instant eventTime, UUID entityId,
            List<Purpose> purposes, String lawfulBasis, boolean directMarketing, Text statement, String statementText,
            Instant validUntil, String validityDuration) {
    }

    /** A newsletter, and which version of its purpose. */
    record Purpose(String newsletter, String name, int version) {
    }

}
