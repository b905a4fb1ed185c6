package newsletter.subscription.imports;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import newsletter.subscription.catalogue.Newsletter;

/**
 * Decides what comes of a line (C-16): no consent without evidence, and nobody who left
 * comes back.
 *
 * @param offers what is on offer now, by newsletter
 * @param zone the city’s, in which months are counted
 */
record Admission(Instant now, Map<String, Offered> offers, ZoneId zone) {

    /** A newsletter, and since when its purpose is what it is. */
    record Offered(Newsletter newsletter, @Nullable Instant purposeSince) {
    }

    Outcome decide(ImportRow row, Standing standing) {
        Offered offered = this.offers.get(row.newsletterId());
        if (offered == null) {
            return Outcome.NO_NEWSLETTER;
        }
        if (standing.unwanted()) {
            return Outcome.SUPPRESSED;
        }
        if (standing.taken().contains(row.newsletterId())) {
            return Outcome.KNOWN;
        }
        if (standing.left().contains(row.newsletterId())) {
            return Outcome.WITHDRAWN;
        }
        return (row.proof() != null) ? admit(row.proof(), offered) : ask(row, standing);
    }

    private Outcome admit(Proof proof, Offered offered) {
        // What they were shown before the purpose changed is not about what is sent now.
        if (offered.purposeSince() != null && proof.statementSince().isBefore(offered.purposeSince())) {
            return Outcome.OTHER_PURPOSE;
        }
        return this.now.isBefore(validUntil(proof, offered)) ? Outcome.SUBSCRIBED : Outcome.TOO_OLD;
    }

    private Instant validUntil(Proof proof, Offered offered) {
        return offered.newsletter().validUntil(proof.collectedAt(), this.zone);
    }

    /** When a consent that is taken over runs out: counted from the day it was given. */
    Instant validUntil(ImportRow row, Proof proof) {
        return validUntil(proof, Objects.requireNonNull(this.offers.get(row.newsletterId())));
    }

    int purposeVersion(ImportRow row) {
        return Objects.requireNonNull(this.offers.get(row.newsletterId())).newsletter().purposeVersion();
    }

    private static Outcome ask(ImportRow row, Standing standing) {
        if (standing.asked().contains(row.newsletterId())) {
            return Outcome.KNOWN;
        }
        return standing.askedBefore().contains(row.newsletterId()) ? Outcome.ASKED_BEFORE : Outcome.ASKED;
    }

}
