package newsletter.events;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What is on the wire today stays readable, and what we write is what was promised. */
class PinnedEventTests {

    private static final JsonMapper TREES = JsonMapper.builder().build();

    @Test
    void eachTypeOfEventIsPinned() {
        assertThat(Samples.complete().map(Object::getClass)).containsExactlyInAnyOrderElementsOf(Samples.types());
        assertThat(Samples.types()).extracting(Samples::typeName).doesNotHaveDuplicates().allSatisfy(Samples::pinned);
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsWrittenAsPinned(Event event) {
        assertThat(TREES.readTree(EventJson.write(event))).isEqualTo(TREES.readTree(Samples.pinned(event)));
        assertThat(EventJson.write(event)).doesNotContain("\n");
    }

    @ParameterizedTest
    @MethodSource("events")
    void whatIsPinnedIsRead(Event event) {
        assertThat(EventJson.read(Samples.pinned(event), Samples.family(event))).isEqualTo(event);
    }

    static Stream<Event> events() {
        return Samples.all();
    }

}
