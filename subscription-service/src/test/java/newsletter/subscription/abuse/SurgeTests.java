package newsletter.subscription.abuse;

import java.time.Duration;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import newsletter.subscription.TestClock;
import newsletter.subscription.abuse.AbuseProperties.Limit;

import static org.assertj.core.api.Assertions.assertThat;

class SurgeTests {

    private final TestClock clock = new TestClock();

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    private Surge surge(boolean always) {
        return new Surge(new SurgeProperties(100, Duration.ofMinutes(1), Duration.ofMinutes(10), always,
                new Limit(5, Duration.ofMinutes(1)), 500), this.clock, this.metrics);
    }

    private void forms(Surge surge, int forms) {
        for (int form = 0; form < forms; form++) {
            surge.count();
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void a01MoreFormsThanPeopleSendAreASurgeAndSomebodyIsTold(CapturedOutput log) {
        Surge surge = surge(false);
        forms(surge, 100);
        assertThat(surge.isOn()).isFalse();
        forms(surge, 50);
        assertThat(surge.isOn()).isTrue();
        assertThat(this.metrics.get("sign-up.surge").gauge().value()).isEqualTo(1);
        assertThat(log).containsOnlyOnce("More than 100 sign-up forms");
    }

    @Test
    void aSurgeIsOverWhenItHasBeenCalmForAWhile() {
        Surge surge = surge(false);
        forms(surge, 101);
        this.clock.forward(Duration.ofMinutes(9));
        forms(surge, 101);
        this.clock.forward(Duration.ofMinutes(9));
        assertThat(surge.isOn()).isTrue();
        this.clock.forward(Duration.ofMinutes(1));
        assertThat(surge.isOn()).isFalse();
        assertThat(this.metrics.get("sign-up.surge").gauge().value()).isZero();
    }

    @Test
    void formsThatComeOneAfterAnotherAreNone() {
        Surge surge = surge(false);
        for (int minute = 0; minute < 10; minute++) {
            forms(surge, 90);
            this.clock.forward(Duration.ofMinutes(1));
        }
        assertThat(surge.isOn()).isFalse();
    }

    @Test
    void itCanBeSwitchedOn() {
        assertThat(surge(true).isOn()).isTrue();
    }

    @Test
    void a01FewAreTakenWithoutProofAndLaterAFewMore() {
        Surge surge = surge(true);
        for (int form = 0; form < 5; form++) {
            assertThat(surge.takeWithoutProof()).isZero();
        }
        assertThat(surge.takeWithoutProof()).isPositive();
        this.clock.forward(Duration.ofMinutes(1));
        assertThat(surge.takeWithoutProof()).isZero();
    }

}
