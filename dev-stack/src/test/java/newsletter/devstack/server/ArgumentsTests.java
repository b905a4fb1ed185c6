package newsletter.devstack.server;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ArgumentsTests {

    @Test
    void withoutArgumentsDataIsKept() {
        assertThat(Arguments.of()).isEqualTo(new Arguments(false, false));
    }

    @Test
    void freshForgets() {
        assertThat(Arguments.of("--fresh").fresh()).isTrue();
    }

    @Test
    void bothWordsForHelpHelp() {
        assertThat(Arguments.of("-h").help()).isTrue();
        assertThat(Arguments.of("--help", "--fresh").help()).isTrue();
    }

    @Test
    void anythingElseIsRefusedWithWhatMayBeTyped() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Arguments.of("--frsh"))
            .withMessageContaining("There is no option '--frsh'.")
            .withMessageContaining("--fresh")
            .satisfies((refusal) -> assertThat(refusal.exitCode()).isEqualTo(2));
    }

}
