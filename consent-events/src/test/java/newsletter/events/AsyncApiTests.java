package newsletter.events;

import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

import newsletter.events.ConsentEvent.EndedBecause;
import newsletter.events.ConsentEvent.Right;
import newsletter.events.ConsentEvent.WithdrawnBy;
import newsletter.events.DeliveryReport.Outcome;
import newsletter.events.NewsletterPublished.WordingKind;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code asyncapi.yaml} says what the records say. */
class AsyncApiTests {

    private static final String LOCATION = "https://example.org/asyncapi.json";

    private static final JsonMapper TREES = JsonMapper.builder().build();

    private static final JsonNode API = YAMLMapper.builder().build().readTree(Path.of("asyncapi.yaml"));

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7,
            (registry) -> registry.schemas(Map.of(LOCATION, API.toString())));

    @Test
    void itIsAnAsyncApiWhoseReferencesLeadSomewhere() {
        assertThat(API.get("asyncapi").stringValue()).isEqualTo("3.0.0");
        assertThat(API.findValues("$ref")).isNotEmpty()
            .allSatisfy(
                    (reference) -> assertThat(target(reference).isMissingNode()).as(reference.toString()).isFalse());
    }

    @Test
    void eachTopicIsAChannel() {
        Stream<String> topics = Arrays.stream(Topics.class.getFields())
            .filter((field) -> Modifier.isStatic(field.getModifiers()))
            .map(AsyncApiTests::constant);
        Stream<String> all = Stream.concat(topics, Stream.of(Topics.deadLetters("{topic}")));
        assertThat(API.get("channels").values()).extracting((channel) -> channel.get("address").stringValue())
            .containsExactlyInAnyOrderElementsOf(all.toList());
    }

    @Test
    void eachChannelSaysWhoWritesAndReadsItAndWhatItsKeyIs() {
        assertThat(API.get("channels").values()).allSatisfy((channel) -> {
            assertThat(channel.propertyNames()).contains("title", "description", "x-key", "x-written-by", "x-read-by");
            assertThat(channel.at("/bindings/kafka/topicConfiguration/cleanup.policy").isArray()).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("events")
    void eachEventIsAMessageOnItsTopicAlone(Event event) {
        String type = Samples.typeName(event.getClass());
        assertThat(API.get("channels").values()).filteredOn((channel) -> channel.get("messages").has(type))
            .singleElement()
            .satisfies((channel) -> assertThat(channel.get("address").stringValue()).isEqualTo(event.topic()));
        assertThat(API.at("/components/messages").get(type).get("payload").get("$ref").stringValue())
            .isEqualTo("#/components/schemas/" + type);
    }

    @Test
    void aChannelHoldsMessagesOfThisFileAndNoOthers() {
        assertThat(API.get("channels")
            .values()
            .stream()
            .flatMap((channel) -> channel.get("messages").propertyNames().stream()))
            .containsExactlyInAnyOrderElementsOf(API.at("/components/messages").propertyNames());
    }

    @ParameterizedTest
    @MethodSource("events")
    void whatIsPinnedFitsItsSchema(Event event) {
        String type = Samples.typeName(event.getClass());
        assertThat(schema(type).validate(TREES.readTree(Samples.pinned(event)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void aSchemaWantsEachFieldThatIsNotOptional(Event event) {
        String type = Samples.typeName(event.getClass());
        JsonNode pinned = TREES.readTree(Samples.pinned(event));
        for (Field field : Field.allOf(pinned)) {
            assertThat(schema(type).validate(field.removedFrom(pinned)).isEmpty()).as(field.toString())
                .isEqualTo(field.isOptional());
            assertThat(schema(type).validate(field.replacedIn(pinned, TREES.nullNode())).isEmpty()).as(field.toString())
                .isEqualTo(field.isOptional());
            assertThat(schema(type).validate(field.replacedIn(pinned, TREES.createObjectNode()))).as(field.toString())
                .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("complete")
    void aSchemaDescribesEachFieldThatThereIs(Event event) {
        describes(TREES.readTree(Samples.pinned(event)),
                API.at("/components/schemas").get(Samples.typeName(event.getClass())));
    }

    @Test
    void aListOfNamesIsComplete() {
        assertThat(names("/components/schemas/outcome")).isEqualTo(names(Outcome.class));
        assertThat(names("/components/schemas/consent-withdrawn/properties/by")).isEqualTo(names(WithdrawnBy.class));
        assertThat(names("/components/schemas/consent-ended/properties/because")).isEqualTo(names(EndedBecause.class));
        assertThat(names("/components/schemas/rights-request-received/properties/right")).isEqualTo(names(Right.class));
        assertThat(names("/components/schemas/wording/properties/kind")).isEqualTo(names(WordingKind.class));
        assertThat(names("/components/schemas/event-acknowledged/properties/kind"))
            .isEqualTo(names(EventAcknowledged.Kind.class));
    }

    private static void describes(JsonNode value, JsonNode reference) {
        JsonNode schema = resolved(reference);
        assertThat(schema.has("description")).as(schema.toString()).isTrue();
        if (value.isObject()) {
            assertThat(schema.get("properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(value.propertyNames());
            value.properties()
                .forEach((property) -> describes(property.getValue(), schema.get("properties").get(property.getKey())));
        }
        value.values()
            .stream()
            .filter((item) -> value.isArray())
            .forEach((item) -> describes(item, schema.get("items")));
    }

    private static JsonNode resolved(JsonNode schema) {
        JsonNode reference = schema.get("$ref");
        return (reference != null) ? resolved(target(reference)) : schema;
    }

    private static JsonNode target(JsonNode reference) {
        return API.at(JsonPointer.compile(reference.stringValue().substring(1)));
    }

    private static Schema schema(String type) {
        return SCHEMAS.getSchema(SchemaLocation.of(LOCATION + "#/components/schemas/" + type));
    }

    private static List<String> names(String schema) {
        return API.at(schema).get("enum").values().stream().map(JsonNode::stringValue).toList();
    }

    private static List<String> names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getFields())
            .map((constant) -> Objects.requireNonNull(constant.getAnnotation(JsonProperty.class)).value())
            .toList();
    }

    private static String constant(java.lang.reflect.Field field) {
        try {
            return (String) field.get(null);
        }
        catch (IllegalAccessException ex) {
            throw new IllegalStateException(ex);
        }
    }

    static Stream<Event> events() {
        return Samples.all();
    }

    static Stream<Event> complete() {
        return Samples.complete();
    }

}
