package newsletter.audit.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * One delivery as it is stored, which somebody may have changed: its bytes are what the
 * manifest's root was made of.
 *
 * @param leafIndex of the report's manifest in the ledger
 * @param position of the row in the report, from 0
 */
@SuppressWarnings("ArrayRecordComponent")
public record StoredRow(long leafIndex, int position, UUID subscriberId, UUID editionId, String outcome, Instant at,
        byte[] bytes) {
}
