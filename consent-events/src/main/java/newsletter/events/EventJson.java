package newsletter.events;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * How events are written and read: the only place that knows Jackson.
 *
 * <p>
 * A field nobody knows is ignored, so that a new one can be added. An unknown type, a
 * missing field that is not {@code @Nullable}, a value of another kind than the record
 * has, the same field twice, or anything after the JSON makes a record unreadable: nobody
 * guesses what evidence was meant to say.
 */
public final class EventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .withCoercionConfig(LogicalType.Textual, (text) -> {
            text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
            text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
            text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        })
        .addModule(new SimpleModule().addSerializer(Instant.class, new InstantJson.Writer())
            .addDeserializer(Instant.class, new InstantJson.Reader()))
        .build();

    private EventJson() {
    }

    /** One line of JSON. */
    public static String write(Event event) {
        return MAPPER.writeValueAsString(event);
    }

    /**
     * Reads one event of a family, such as {@link ConsentEvent}.
     * @throws JacksonException if it cannot be read, now or ever; its message may quote
     * the record, its path does not
     */
    public static <T extends Event> T read(String json, Class<T> family) {
        T event = MAPPER.readValue(json, family);
        if (event == null) {
            throw unreadable("There is no event in the record");
        }
        requireComplete((Record) (Object) event);
        return event;
    }

    /**
     * Jackson leaves out what is missing, and a null where the type promises a value
     * would surface far from here.
     */
    private static void requireComplete(Record event) {
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            try {
                requireComplete(value(component, event), optional);
            }
            catch (JacksonException ex) {
                throw ex.prependPath(event, component.getName());
            }
        }
    }

    private static void requireComplete(@Nullable Object value, boolean optional) {
        switch (value) {
            case null -> {
                if (!optional) {
                    throw unreadable("A value is missing");
                }
            }
            case Record nested -> requireComplete(nested);
            case List<?> list -> requireAll(list);
            default -> {
            }
        }
    }

    private static void requireAll(List<?> list) {
        for (int i = 0; i < list.size(); i++) {
            try {
                requireComplete(list.get(i), false);
            }
            catch (JacksonException ex) {
                throw ex.prependPath(list, i);
            }
        }
    }

    private static DatabindException unreadable(String reason) {
        return DatabindException.from((JsonParser) null, reason);
    }

    private static @Nullable Object value(RecordComponent component, Record event) {
        try {
            return component.getAccessor().invoke(event);
        }
        catch (ReflectiveOperationException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
