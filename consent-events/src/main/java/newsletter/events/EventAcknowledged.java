package newsletter.events;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * A service has done what an event asked of it (C-27). Written in the transaction that
 * did so, and once: reading the event again tells nothing more.
 *
 * @param service its name, such as {@code mailer-service}
 * @param about the event's id
 * @param kind what the event asked for
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonTypeName("event-acknowledged")
public record EventAcknowledged(UUID eventId, UUID subscriberId, Instant occurredAt, String service, UUID about,
        Kind kind) implements Event {

    /** What every service has to do, and to say that it did. */
    public enum Kind {

        /** To forget how the person can be reached. */
        @JsonProperty("erased")
        ERASED,

        /** To keep what it holds, and not to use it. */
        @JsonProperty("restricted")
        RESTRICTED,

        /** To reach the person at another address, and to forget the former. */
        @JsonProperty("address-changed")
        ADDRESS_CHANGED

    }

    @Override
    public String topic() {
        return Topics.ACKNOWLEDGEMENTS;
    }

    @Override
    public String key() {
        return this.subscriberId.toString();
    }

}
