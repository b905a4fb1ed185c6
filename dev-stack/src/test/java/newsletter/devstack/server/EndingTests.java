package newsletter.devstack.server;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class EndingTests {

    private final List<String> stopped = new ArrayList<>();

    private final Ending ending = new Ending(
            new Progress(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)));

    @Test
    void whatStartedLastStopsFirst() {
        ending.afterwards("one", () -> stopped.add("one"));
        ending.afterwards("two", () -> stopped.add("two"));
        ending.stopAll();
        ending.stopAll();
        assertThat(stopped).containsExactly("two", "one");
    }

    @Test
    void troubleWithOneKeepsNoOtherFromStopping() {
        ending.afterwards("one", () -> stopped.add("one"));
        ending.afterwards("two", () -> {
            throw new IllegalArgumentException("stuck");
        });
        ending.stopAll();
        assertThat(stopped).containsExactly("one");
    }

    @Test
    void whatComesTooLateIsStoppedAtOnce() {
        ending.stopAll();
        assertThat(ending.hasBegun()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> ending.afterwards("late", () -> stopped.add("late")));
        assertThat(stopped).containsExactly("late");
    }

}
