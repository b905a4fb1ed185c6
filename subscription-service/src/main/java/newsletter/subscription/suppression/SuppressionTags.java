package newsletter.subscription.suppression;

import java.util.List;

import newsletter.personaldata.AddressTags;
import newsletter.personaldata.EmailAddress;

/**
 * Tags of addresses under the key of suppressions, which is no other's: whoever has the
 * key by which people are found learns nothing of those who are gone.
 */
public final class SuppressionTags {

    private final AddressTags tags;

    public SuppressionTags(AddressTags tags) {
        this.tags = tags;
    }

    /** Every tag the address may be stored under, the present one first. */
    List<byte[]> of(EmailAddress address) {
        return this.tags.tags(address);
    }

}
