package newsletter.events;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Something that happened, as one service tells it to the others.
 *
 * <p>
 * The type name on the wire is the {@link com.fasterxml.jackson.annotation.JsonTypeName},
 * never the class name: classes may be renamed, names on the wire may not.
 */
public sealed interface Event permits ConsentEvent, SubscriberContact, NewsletterPublished, EditionPublished,
        DeliveryReport, AuditEvent, EventAcknowledged {

    /** Unique and random per event. Consumers drop one they have seen. */
    UUID eventId();

    /** UTC, to the millisecond. */
    Instant occurredAt();

    /** The topic this kind of event travels on, one of {@link Topics}. */
    @JsonIgnore
    String topic();

    /** The record key: events with the same key are read in the order they happened. */
    @JsonIgnore
    String key();

}
