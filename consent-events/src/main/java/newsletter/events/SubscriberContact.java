package newsletter.events;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/**
 * How a subscriber can be reached: the only record with personal data, all of it
 * encrypted or keyed. It never enters the ledger, its topic is compacted, and a tombstone
 * erases it.
 *
 * @param language BCP 47 tag
 * @param address Base64 of the address as typed, encrypted for this subscriber
 * @param salt Base64 of the commitment salt, encrypted for this subscriber: in clear it
 * would let a thief of this topic test guesses against the commitments
 * @param tag Base64 of the keyed look-up tag of the canonical address
 * @param lentUntil absent, but for an address that is there for one letter only, under an
 * id of its own: nobody is found by it, and from then on it is forgotten, told or not
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonTypeName("subscriber-contact")
public record SubscriberContact(UUID eventId, UUID subscriberId, Instant occurredAt, String language, String address,
        String salt, String tag,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant lentUntil) implements Event {

    /** A contact that stays. */
    public SubscriberContact(UUID eventId, UUID subscriberId, Instant occurredAt, String language, String address,
            String salt, String tag) {
        this(eventId, subscriberId, occurredAt, language, address, salt, tag, null);
    }

    @Override
    public String topic() {
        return Topics.SUBSCRIBER_CONTACTS;
    }

    @Override
    public String key() {
        return this.subscriberId.toString();
    }

}
