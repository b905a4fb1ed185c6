package newsletter.subscription.yourdata;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import newsletter.subscription.receipt.ConsentRecord;
import newsletter.subscription.receipt.SignedReceipts.SignedReceipt;
import newsletter.subscription.reported.Look;
import newsletter.subscription.reported.SentLetter;
import newsletter.subscription.reported.SentMail;
import newsletter.subscription.rights.Rights.OwnCase;

/**
 * All that we hold of one person (C-21). The names are those of a published schema: add,
 * and take nothing away under the same version.
 *
 * @param requests what was asked for with the address, whoever asked
 * @param records the consents, each complete by itself
 * @param wordings every text that a request or a record refers to, word for word
 * @param deliveries editions that went out, as long as that is kept
 * @param rightsRequests what the person asked of us
 * @param copies copies like this one, this one among them
 * @param looks who of the staff looked at the person's record
 */
record Export(String schemaVersion, Instant created, Person subscriber, List<Request> requests,
        List<ConsentRecord> records, List<SignedReceipt> receipts, List<Words> wordings, List<SentMail> deliveries,
        List<SentLetter> letters, List<OwnCase> rightsRequests, List<Copy> copies, List<Look> looks) {

    static final String VERSION = "1.0.0";

    /**
     * How the person is known, and reached.
     *
     * @param restrictedSince since when all of this is kept and not used
     */
    record Person(UUID piiPrincipalId, String emailAddress, String language, Instant knownSince,
            @Nullable Instant restrictedSince) {
    }

    /**
     * One request.
     *
     * @param confirmedAt absent if nobody has confirmed
     * @param disownedAt when the owner said that they did not ask
     * @param mutedUntil until when they wanted no such letters
     */
    record Request(UUID requestId, Instant requestedAt, Instant expiresAt, String method, String language,
            String privacyNotice, String confirmationMail, List<Wish> newsletters, @Nullable Instant confirmedAt,
            @Nullable String receiptId, @Nullable Instant disownedAt, @Nullable Instant mutedUntil) {
    }

    /**
     * One newsletter of a request.
     *
     * @param statement SHA-256 of the words beside the box
     */
    record Wish(String newsletter, String name, int purposeVersion, String statement) {
    }

    /** One wording. */
    record Words(String textSha256, String kind, String version, String language, Instant effectiveFrom, String url,
            String text) {
    }

    /** One copy of this data that was taken. */
    record Copy(Instant takenAt, String format) {
    }

}
