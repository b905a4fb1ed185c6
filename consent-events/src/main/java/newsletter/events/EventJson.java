package newsletter.events;

import java.lang.reflect.RecordComponent;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How events are written and read: the only place that knows Jackson.
 *
 * <p>
 * A field nobody knows is ignored, so that a new one can be added. An unknown type, a
 * missing field that is not {@code @Nullable}, or anything after the JSON makes a record
 * unreadable.
 */
public final class EventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();

    private EventJson() {
    }

    /** One line of JSON. */
    public static String write(Event event) {
        return MAPPER.writeValueAsString(event);
    }

    /**
     * Reads one event of a family, such as {@link ConsentEvent}.
     * @throws JacksonException if it cannot be read, now or ever
     */
    public static <T extends Event> T read(String json, Class<T> family) {
        T event = MAPPER.readValue(json, family);
        if (event == null) {
            throw DatabindException.from((tools.jackson.core.JsonParser) null, "There is no event in the record");
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
            Object value = value(component, event);
            if (value == null && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                throw DatabindException.from((tools.jackson.core.JsonParser) null,
                        "The field '%s' is missing".formatted(component.getName()));
            }
            switch (value) {
                case Record nested -> requireComplete(nested);
                case Iterable<?> list -> list.forEach((item) -> {
                    if (item instanceof Record nested) {
                        requireComplete(nested);
                    }
                });
                case null, default -> {
                }
            }
        }
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
