package newsletter.subscription.consent;

import java.time.Instant;
import java.util.UUID;

/** A consent that nobody has ended, though it may have run out. */
public record LiveConsent(UUID id, String newsletterId, int purposeVersion, Instant validUntil) {

    boolean covers(int purposeVersion, Instant now) {
        return this.purposeVersion == purposeVersion && now.isBefore(this.validUntil);
    }

}
