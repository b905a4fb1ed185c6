package newsletter.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;

/**
 * A moment as text, in UTC and to the millisecond: {@code 2026-11-22T14:09:31.480Z}. What
 * is finer is cut off, since not every database and language keeps it.
 */
final class InstantJson {

    private static final DateTimeFormatter MILLIS = new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private InstantJson() {
    }

    static final class Writer extends ValueSerializer<Instant> {

        @Override
        public void serialize(Instant moment, JsonGenerator json, SerializationContext context) {
            json.writeString(MILLIS.format(moment));
        }

    }

    static final class Reader extends ValueDeserializer<Instant> {

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(Instant.class, json);
            }
            String text = json.getString();
            try {
                return Instant.parse(text);
            }
            catch (DateTimeException ex) {
                return (Instant) context.handleWeirdStringValue(Instant.class, text, "no moment in UTC");
            }
        }

    }

}
