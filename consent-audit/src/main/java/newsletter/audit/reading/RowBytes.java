package newsletter.audit.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Cuts the rows out of a report, byte for byte as they stand in it: written anew, they
 * would have another hash than the one a verifier computes from the record.
 */
final class RowBytes {

    private static final JsonFactory JSON = new JsonFactory();

    private static final String ROWS = "rows";

    private RowBytes() {
    }

    /**
     * The elements of the array {@code rows} of the object.
     * @throws tools.jackson.core.JacksonException if it is no JSON
     * @throws NotReadable if there is not exactly one such array of objects
     */
    static List<byte[]> of(byte[] report) {
        List<byte[]> rows = null;
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), report)) {
            NotReadable.unless(parser.nextToken() == JsonToken.START_OBJECT, "it is no object");
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isRows = parser.currentName().equals(ROWS);
                JsonToken value = parser.nextToken();
                if (isRows) {
                    // Of two, one reader would take the first and another the last.
                    NotReadable.unless(rows == null && value == JsonToken.START_ARRAY, "it has not one list of rows");
                    rows = elements(parser, report);
                }
                else {
                    parser.skipChildren();
                }
            }
        }
        if (rows == null) {
            throw new NotReadable("it has no rows");
        }
        return rows;
    }

    private static List<byte[]> elements(JsonParser parser, byte[] report) {
        List<byte[]> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            NotReadable.unless(parser.currentToken() == JsonToken.START_OBJECT, "a row is no object");
            long start = parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            long end = parser.currentLocation().getByteOffset();
            elements.add(Arrays.copyOfRange(report, Math.toIntExact(start), Math.toIntExact(end)));
        }
        return elements;
    }

}
