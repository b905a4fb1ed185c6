package newsletter.inbox;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Any bytes as text, and back to the same bytes.
 *
 * <p>
 * UTF-8 is read as it is. Kafka's own reader puts question marks where bytes are not
 * UTF-8, and what they were is lost. Here such a record becomes a text that nobody takes
 * for JSON or for an id, hence unreadable, and the dead-letter topic gets its bytes back.
 */
public final class RecordText implements Deserializer<String> {

    /**
     * Begins a text with one character per byte. It is no character, so that no JSON
     * begins with it.
     */
    private static final char BYTES_FOLLOW = '\uFFFF';

    @Override
    public @Nullable String deserialize(String topic, byte @Nullable [] data) {
        return (data != null) ? text(data) : null;
    }

    static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (!isBytes(text)) {
                return text;
            }
        }
        catch (CharacterCodingException ex) {
            // Not UTF-8.
        }
        return BYTES_FOLLOW + new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static byte[] bytes(String text) {
        return isBytes(text) ? text.substring(1).getBytes(StandardCharsets.ISO_8859_1)
                : text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isBytes(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTES_FOLLOW;
    }

}
