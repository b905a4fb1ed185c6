package newsletter.audit.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import newsletter.audit.ledger.NewEntry;
import newsletter.audit.ledger.Place;
import newsletter.events.AuditEvent;
import newsletter.events.AuditEvent.PersonNotFound;
import newsletter.events.AuditEvent.PersonViewed;
import newsletter.events.ConsentEvent;
import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.DeliveryReport;
import newsletter.events.DeliveryReport.DeliveriesReported;
import newsletter.events.DeliveryReport.LetterReported;
import newsletter.events.DeliveryReport.Row;
import newsletter.events.EditionPublished;
import newsletter.events.Event;
import newsletter.events.EventAcknowledged;
import newsletter.events.EventJson;
import newsletter.events.NewsletterPublished;
import newsletter.events.SubscriberContact;
import newsletter.events.Topics;

/**
 * Reads records of the topics that the ledger is made of. Whatever is wrong with one is
 * found here, before anything is stored: what the database refused later would hold up
 * all that comes behind it.
 */
public final class RecordReader {

    /** How the type of a newsletter's record is called in the ledger. */
    public static final String NEWSLETTER_PUBLISHED = "newsletter-published";

    /** How the type of an edition's record is called in the ledger. */
    public static final String EDITION_PUBLISHED = "edition-published";

    private static final JsonMapper ROWS = JsonMapper.builder()
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();

    private static final int LONGEST_KEY = 200;

    /** What the database can hold, and more than any clock will say. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    /** PostgreSQL has no way to store it, and no text of ours needs it. */
    private static final String ESCAPED_NUL = "\\u0000";

    private RecordReader() {
    }

    /**
     * Reads a record.
     * @param value the exact bytes, or null for a tombstone
     */
    public static Reading read(Place place, @Nullable String key, byte @Nullable [] value) {
        if (value == null) {
            return new Reading.Unreadable(place, new byte[0], "a tombstone, where nothing is ever taken back");
        }
        try {
            return readable(place, key, value);
        }
        catch (CharacterCodingException ex) {
            return new Reading.Unreadable(place, value, "not UTF-8");
        }
        catch (NotReadable ex) {
            return new Reading.Unreadable(place, value, ex.reason());
        }
        catch (RuntimeException ex) {
            // Only bytes were looked at, so it will fail the same way for ever. Its
            // message may quote the record.
            return new Reading.Unreadable(place, value, "not an event that we know");
        }
    }

    private static Reading readable(Place place, @Nullable String key, byte[] value) throws CharacterCodingException {
        String json = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
        NotReadable.unless(!json.contains(ESCAPED_NUL), "it has a NUL");
        NotReadable.unless(key == null || (key.length() <= LONGEST_KEY && key.indexOf('\0') < 0),
                "its key is no key of ours");
        Event event = EventJson.read(json, family(place.topic()));
        NotReadable.unless(event.occurredAt().isAfter(EARLIEST) && event.occurredAt().isBefore(LATEST),
                "its time is no time");
        NotReadable.unless(!(event instanceof ConsentGiven given) || given.receiptNumber().length() <= LONGEST_KEY,
                "its receipt number is too long");
        if (event instanceof DeliveriesReported report) {
            return report(place, key, report, value);
        }
        var entry = new NewEntry(event.eventId(), place, key, type(event), subscriber(event), event.occurredAt(),
                value);
        return new Reading.Understood(entry, event, List.of(), value);
    }

    private static Reading report(Place place, @Nullable String key, DeliveriesReported report, byte[] value) {
        List<byte[]> rows = RowBytes.of(value);
        NotReadable.unless(rows.size() == report.rows().size(), "its rows cannot be told apart");
        NotReadable.unless(
                report.rows().stream().allMatch((row) -> row.at().isAfter(EARLIEST) && row.at().isBefore(LATEST)),
                "the time of a row is no time");
        var entry = new NewEntry(report.eventId(), place, key, DeliveryManifest.TYPE, null, report.occurredAt(),
                DeliveryManifest.of(report, rows).bytes());
        return new Reading.Understood(entry, report, rows, value);
    }

    /**
     * What an entry of one of these topics says, read from its bytes.
     * @throws tools.jackson.core.JacksonException if they say nothing
     */
    public static Event event(String topic, byte[] payload) {
        return EventJson.read(new String(payload, StandardCharsets.UTF_8), family(topic));
    }

    /**
     * What a row of a report says.
     * @throws tools.jackson.core.JacksonException if it says nothing
     */
    public static Row row(byte[] bytes) {
        return ROWS.readValue(bytes, Row.class);
    }

    /** What bytes say that were stored; nothing, if they are no longer what they were. */
    public static <T> Optional<T> attempt(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        }
        catch (RuntimeException ex) {
            return Optional.empty();
        }
    }

    /** The type of an event as on the wire. */
    public static String type(Event event) {
        return event.getClass().getAnnotation(JsonTypeName.class).value();
    }

    /** Whom an event is about, if it is about one person. */
    public static @Nullable UUID subscriber(Event event) {
        return switch (event) {
            case ConsentEvent consent -> consent.subscriberId();
            case SubscriberContact contact -> contact.subscriberId();
            case LetterReported letter -> letter.subscriberId();
            case PersonViewed viewed -> viewed.subscriberId();
            case EventAcknowledged acknowledged -> acknowledged.subscriberId();
            case DeliveriesReported _, PersonNotFound _, NewsletterPublished _, EditionPublished _ -> null;
        };
    }

    private static Class<? extends Event> family(String topic) {
        return switch (topic) {
            case Topics.CONSENT_EVENTS -> ConsentEvent.class;
            case Topics.NEWSLETTERS -> NewsletterPublished.class;
            case Topics.EDITIONS -> EditionPublished.class;
            case Topics.DELIVERY_REPORTS -> DeliveryReport.class;
            case Topics.AUDIT_EVENTS -> AuditEvent.class;
            case Topics.ACKNOWLEDGEMENTS -> EventAcknowledged.class;
            default -> throw new IllegalStateException("The ledger does not take records of " + topic);
        };
    }

}
