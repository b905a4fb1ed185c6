package newsletter.subscription.consent;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A consent that nobody has ended, though it may have run out. */
public record LiveConsent(UUID id, String newsletterId, int purposeVersion, Instant validUntil) {

    /** Whether it goes on after that time, which links tell to the second. */
    boolean outlives(Instant end) {
        return this.validUntil.truncatedTo(ChronoUnit.SECONDS).isAfter(end);
    }

    boolean covers(int purposeVersion, Instant now) {
        return this.purposeVersion == purposeVersion && now.isBefore(this.validUntil);
    }

}
