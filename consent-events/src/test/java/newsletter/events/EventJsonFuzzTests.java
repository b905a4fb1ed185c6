package newsletter.events;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * Whatever comes, an event is read or is unreadable. Anything else would be taken for a
 * passing failure, and tried again for ever.
 */
class EventJsonFuzzTests {

    private static final JsonMapper TREES = JsonMapper.builder().build();

    private static final List<String> VALUES = List.of("null", "true", "-1", "0", "1.5", "1e400", "-1e-400",
            "123456789012345678901234567890", "\"\"", "\" \"", "\"x\"", "\"\\u0000\"", "\"\\ud800\"",
            "\"+1000000000-12-31T23:59:59.999999999Z\"", "\"00000000-0000-0000-0000-000000000000\"", "[]", "[[]]",
            "[null]", "[1]", "[{}]", "{}", "{\"type\":\"consent-given\"}", "{\"\":{}}");

    @ParameterizedTest
    @MethodSource("events")
    void aFieldMayHoldAnything(Event event) {
        JsonNode json = TREES.readTree(EventJson.write(event));
        for (Field field : Field.allOf(json)) {
            for (String value : VALUES) {
                readOrRefuse(field.replacedIn(json, TREES.readTree(value)).toString(), event);
                readOrRefuse(field.replacedIn(json, TREES.stringNode("?")).toString().replace("\"?\"", value), event);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void anyCharacterMayBeAnother(Event event) {
        String json = EventJson.write(event);
        var random = new Random(json.hashCode());
        String alphabet = "\"{}[]:,\\0-eE.ntu \n\t\uFFFF";
        for (int i = 0; i < 4000; i++) {
            var damaged = new StringBuilder(json);
            for (int hits = random.nextInt(3); hits >= 0; hits--) {
                int at = random.nextInt(damaged.length());
                switch (random.nextInt(3)) {
                    case 0 -> damaged.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
                    case 1 -> damaged.deleteCharAt(at);
                    default -> damaged.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
                }
            }
            readOrRefuse(damaged.toString(), event);
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventMayEndAnywhere(Event event) {
        String json = EventJson.write(event);
        for (int end = 0; end < json.length(); end++) {
            readOrRefuse(json.substring(0, end), event);
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventMayBeNestedDeeply(Event event) {
        String json = EventJson.write(event);
        readOrRefuse(
                json.substring(0, json.length() - 1) + ",\"later\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}",
                event);
    }

    private static void readOrRefuse(String json, Event event) {
        try {
            assertThat(EventJson.read(json, Samples.family(event))).isNotNull();
        }
        catch (JacksonException ex) {
            assertThat(ex.getPath()).isNotNull();
        }
        catch (RuntimeException | StackOverflowError ex) {
            fail("Neither read nor unreadable: " + json, ex);
        }
    }

    static Stream<Event> events() {
        return Samples.all();
    }

}
