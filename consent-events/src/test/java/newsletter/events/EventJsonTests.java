package newsletter.events;

import java.time.Instant;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import newsletter.events.ConsentEvent.ConsentWithdrawn;
import newsletter.events.DeliveryReport.LetterReported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EventJsonTests {

    private static final JsonMapper TREES = JsonMapper.builder().build();

    private static final String WITHDRAWN = Samples.pinned("consent-withdrawn");

    @ParameterizedTest
    @MethodSource("events")
    void aFieldThatNobodyKnowsYetIsIgnored(Event event) {
        ObjectNode json = tree(event).put("later", 1);
        json.putArray("laterStill").addObject().putNull("x");
        assertThat(EventJson.read(json.toString(), Samples.family(event))).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void aMissingFieldIsUnreadableUnlessItIsOptional(Event event) {
        JsonNode json = tree(event);
        Field.allOf(json).forEach((field) -> assertReadableIf(field.isOptional(), field.removedFrom(json), event));
    }

    @ParameterizedTest
    @MethodSource("events")
    void anExplicitNullIsUnreadableUnlessItIsOptional(Event event) {
        JsonNode json = tree(event);
        Field.allOf(json)
            .forEach((field) -> assertReadableIf(field.isOptional(), field.replacedIn(json, TREES.nullNode()), event));
    }

    @Test
    void anOptionalFieldMayBeAbsentOrNull() {
        ObjectNode letter = (ObjectNode) TREES.readTree(Samples.pinned("letter-reported"));
        letter.putNull("relayReply");
        assertThat(read(letter, LetterReported.class).relayReply()).isNull();
        letter.remove("relayReply");
        assertThat(read(letter, LetterReported.class).relayReply()).isNull();
    }

    @Test
    void nothingInAListIsUnreadable() {
        ObjectNode requested = (ObjectNode) TREES.readTree(Samples.pinned("subscription-requested"));
        ((ArrayNode) requested.get("newsletters")).addNull();
        assertUnreadable(requested.toString(), ConsentEvent.class)
            .satisfies((ex) -> assertThat(ex.getPathReference()).contains("newsletters").contains("[2]"));
    }

    @Test
    void theWayToWhatIsMissingIsTold() {
        ObjectNode report = (ObjectNode) TREES.readTree(Samples.pinned("deliveries-reported"));
        ((ObjectNode) report.get("rows").get(1)).remove("nonce");
        assertUnreadable(report.toString(), DeliveryReport.class).satisfies((ex) -> assertThat(ex.getPath())
            .extracting((step) -> (step.getPropertyName() != null) ? step.getPropertyName() : step.getIndex())
            .containsExactly("rows", 1, "nonce"));
    }

    @Test
    void anUnknownTypeIsUnreadable() {
        assertUnreadable(WITHDRAWN.replace("consent-withdrawn", "consent-pondered"), ConsentEvent.class);
    }

    @ParameterizedTest
    @MethodSource("events")
    void withoutItsTypeAnEventIsUnreadable(Event event) {
        ObjectNode json = tree(event);
        json.remove("type");
        assertUnreadable(json.toString(), Samples.family(event));
    }

    @Test
    void anEventOfAnotherFamilyIsUnreadable() {
        assertUnreadable(WITHDRAWN, AuditEvent.class);
        assertUnreadable(WITHDRAWN, SubscriberContact.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "x", " 1", "]" })
    void anythingAfterTheEventIsUnreadable(String more) {
        assertUnreadable(WITHDRAWN + more, ConsentEvent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "null", "true", "0", "\"\"", "[]", "{}", "{", "\uFFFF{}", "{\"type\":null}",
            "{\"type\":[]}", "<xml/>" })
    void whatIsNoEventIsUnreadable(String json) {
        for (Class<?> family : Event.class.getPermittedSubclasses()) {
            assertUnreadable(json, family.asSubclass(Event.class));
        }
    }

    @Test
    void theSameFieldTwiceIsUnreadable() {
        assertUnreadable(WITHDRAWN.replaceFirst("\\{", "{\"newsletterId\": \"clean-air\", "), ConsentEvent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", "true", "\"ONE_CLICK\"", "\"\"", "\"one click\"", "{}" })
    void aNameThatIsNotOnTheListIsUnreadable(String by) {
        assertUnreadable(WITHDRAWN.replace("\"one-click\"", by), ConsentEvent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"1\"", "1.0", "1.7", "true", "99999999999", "[1]" })
    void aNumberOfAnotherKindIsUnreadable(String version) {
        assertUnreadable(
                Samples.pinned("consent-given").replaceFirst("\"purposeVersion\": 1", "\"purposeVersion\": " + version),
                ConsentEvent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "1", "1.5", "1e400", "true", "\"\"", "\"yesterday\"", "\"2026-11-22\"",
            "\"2026-11-22T14:09:31\"" })
    void whatIsNoMomentIsUnreadable(String at) {
        assertUnreadable(WITHDRAWN.replace("\"2026-11-22T14:09:31.480Z\"", at), ConsentEvent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "1", "true", "[]", "{}" })
    void aTextThatIsNoneIsUnreadable(String newsletter) {
        assertUnreadable(WITHDRAWN.replace("\"mayor\"", newsletter), ConsentEvent.class);
    }

    @Test
    void momentsAreToldToTheMillisecond() {
        var read = EventJson.read(WITHDRAWN, ConsentEvent.class);
        var fine = new ConsentWithdrawn(read.eventId(), read.subscriberId(),
                Instant.parse("2026-11-22T14:09:31.480999999Z"), read.eventId(), "mayor",
                ConsentEvent.WithdrawnBy.UNSUBSCRIBE_PAGE);
        assertThat(EventJson.write(fine)).contains("\"2026-11-22T14:09:31.480Z\"");
        var whole = new ConsentWithdrawn(read.eventId(), read.subscriberId(), Instant.parse("2026-11-22T14:09:31Z"),
                read.eventId(), "mayor", ConsentEvent.WithdrawnBy.UNSUBSCRIBE_PAGE);
        assertThat(EventJson.write(whole)).contains("\"2026-11-22T14:09:31.000Z\"");
    }

    @Test
    void topicAndKeyAreNotPartOfAnEvent() {
        assertThat(Samples.all().map(EventJson::write)).noneMatch((json) -> json.contains("\"topic\""))
            .noneMatch((json) -> json.contains("\"key\""));
    }

    static Stream<Event> events() {
        return Samples.all();
    }

    private static void assertReadableIf(boolean readable, JsonNode json, Event event) {
        if (readable) {
            assertThat(read(json, Samples.family(event))).isNotNull();
        }
        else {
            assertUnreadable(json.toString(), Samples.family(event));
        }
    }

    private static ThrowableAssertAlternative<JacksonException> assertUnreadable(String json,
            Class<? extends Event> family) {
        return assertThatExceptionOfType(JacksonException.class).as(json)
            .isThrownBy(() -> EventJson.read(json, family));
    }

    private static ObjectNode tree(Event event) {
        return (ObjectNode) TREES.readTree(EventJson.write(event));
    }

    private static <T extends Event> T read(JsonNode json, Class<T> family) {
        return EventJson.read(json.toString(), family);
    }

}
