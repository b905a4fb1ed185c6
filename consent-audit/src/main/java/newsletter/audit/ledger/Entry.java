package newsletter.audit.ledger;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import newsletter.audit.tree.Hash;

/**
 * One leaf of the tree, as stored.
 *
 * @param index counts from 0
 * @param recordedAt when it joined the ledger, by our clock
 * @param leafHash as stored: whoever needs certainty hashes the payload
 */
@SuppressWarnings("ArrayRecordComponent")
public record Entry(long index, UUID eventId, Place place, @Nullable String key, String type,
        @Nullable UUID subscriberId, Instant occurredAt, Instant recordedAt, byte[] payload, Hash leafHash) {

    static Entry of(long index, Instant recordedAt, NewEntry entry) {
        return new Entry(index, entry.eventId(), entry.place(), entry.key(), entry.type(), entry.subscriberId(),
                entry.occurredAt(), recordedAt, entry.payload(), entry.leafHash());
    }

}
