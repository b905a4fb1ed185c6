package newsletter.audit.reading;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import tools.jackson.databind.json.JsonMapper;

import newsletter.audit.ledger.NewEntry;
import newsletter.audit.ledger.Place;
import newsletter.events.Topics;

/**
 * What joins the ledger in place of a record that cannot be read. Leaving it out would be
 * a way to hide something: whoever finds it on the dead-letter topic can compare the
 * hash.
 *
 * @param eventId random, like that of any event
 * @param valueSha256 SHA-256 (hex) of the record's value
 * @param deadLetters the topic it was put aside on, with its place in headers
 */
@JsonPropertyOrder({ "type", "eventId", "topic", "partition", "offset", "valueSha256", "deadLetters", "reason" })
public record UnreadableRecord(String type, UUID eventId, String topic, int partition, long offset, String valueSha256,
        String deadLetters, String reason) {

    /** As on the wire. */
    public static final String TYPE = "unreadable-record";

    private static final JsonMapper MAPPER = new JsonMapper();

    static UnreadableRecord of(Reading.Unreadable record) {
        Place place = record.place();
        return new UnreadableRecord(TYPE, UUID.randomUUID(), place.topic(), place.partition(), place.offset(),
                sha256(record.value()), Topics.deadLetters(place.topic()), record.reason());
    }

    /** The entry that says so. */
    public static NewEntry entry(Reading.Unreadable record, Instant now) {
        UnreadableRecord unreadable = of(record);
        return new NewEntry(unreadable.eventId(), record.place(), null, TYPE, null, now,
                MAPPER.writeValueAsBytes(unreadable));
    }

    /** Reads it back. */
    public static UnreadableRecord read(byte[] payload) {
        return MAPPER.readValue(payload, UnreadableRecord.class);
    }

    private static String sha256(byte[] value) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("Every Java has SHA-256", ex);
        }
    }

}
