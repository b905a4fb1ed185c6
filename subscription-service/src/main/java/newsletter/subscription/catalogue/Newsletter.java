package newsletter.subscription.catalogue;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;

/**
 * A list with one stated purpose.
 *
 * @param id stable and readable: {@code mayor}
 * @param purposeVersion rises when the purpose changes, which needs new consent
 * @param frequency how often it comes, in words
 * @param validity how long a consent lasts, as an ISO 8601 period
 * @param language of name, purpose and frequency: that of the page, or else its own
 */
public record Newsletter(String id, String name, String purpose, int purposeVersion, String frequency, String validity,
        String language) {

    /**
     * When a consent given now runs out: after calendar months as the city counts them,
     * not after so many seconds.
     */
    public Instant validUntil(Instant given, ZoneId zone) {
        return given.atZone(zone).plus(Period.parse(this.validity)).toInstant();
    }

}
