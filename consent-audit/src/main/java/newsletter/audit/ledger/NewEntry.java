package newsletter.audit.ledger;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import newsletter.audit.tree.Hash;

/**
 * What is to join the ledger.
 *
 * @param eventId unique: the second of two with the same one stays out
 * @param place where the record stood
 * @param key the record's key
 * @param type as on the wire: {@code consent-given}
 * @param subscriberId whom it is about, if it is about one person
 * @param occurredAt when it happened, by the word of who told it
 * @param payload the exact bytes; nothing is written anew
 */
@SuppressWarnings("ArrayRecordComponent")
public record NewEntry(UUID eventId, Place place, @Nullable String key, String type, @Nullable UUID subscriberId,
        Instant occurredAt, byte[] payload) {

    public Hash leafHash() {
        return Hash.ofLeaf(this.payload);
    }

}
