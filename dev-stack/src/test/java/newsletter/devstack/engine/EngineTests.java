package newsletter.devstack.engine;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EngineTests {

    @Test
    void theSettingForcesOne() {
        assertThat(Engine.wanted("embedded")).contains(Engine.EMBEDDED);
        assertThat(Engine.wanted(" Containers ")).contains(Engine.CONTAINERS);
    }

    @Test
    void withoutASettingNothingIsForced() {
        assertThat(Engine.wanted(null)).isEmpty();
        assertThat(Engine.wanted("")).isEmpty();
    }

    @Test
    void anUnknownSettingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Engine.wanted("docker"))
            .withMessage("DEV_STACK is 'docker'; it may be 'embedded', 'containers' or unset");
    }

}
