package newsletter.signin;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FailureThrottleTests {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T09:00:00Z"));

    private final InstantSource source = this.now::get;

    private final Clock clock = this.source.withZone(ZoneOffset.UTC);

    private final FailureThrottle throttle = new FailureThrottle(this.clock);

    @Test
    void aNameFromOneAddressFailsFiveTimesAndThenWaits() {
        fail("ada", "198.51.100.1");
        assertThat(this.throttle.tryOnce("ada", "198.51.100.1")).isFalse();
        this.now.updateAndGet((instant) -> instant.plus(FailureThrottle.WINDOW));
        assertThat(this.throttle.tryOnce("ada", "198.51.100.1")).isTrue();
    }

    @Test
    void nobodyCanLockSomebodyElseOut() {
        fail("ada", "198.51.100.1");
        assertThat(this.throttle.tryOnce("ada", "198.51.100.2")).isTrue();
        assertThat(this.throttle.tryOnce("ben", "198.51.100.1")).isTrue();
    }

    @Test
    void whoeverGetsInStartsAgainFromNothing() {
        assertThat(this.throttle.tryOnce("ada", "198.51.100.1")).isTrue();
        this.throttle.succeeded("ada", "198.51.100.1");
        fail("ada", "198.51.100.1");
    }

    @Test
    void manyNamesDoNotFillTheMemory() {
        fail("ada", "198.51.100.1");
        for (int name = 0; name < 10_000; name++) {
            assertThat(this.throttle.tryOnce("name-" + name, "198.51.100.1")).isTrue();
        }
        assertThat(this.throttle.tryOnce("ada", "198.51.100.1")).isTrue();
    }

    private void fail(String name, String from) {
        for (int failure = 0; failure < FailureThrottle.FAILURES; failure++) {
            assertThat(this.throttle.tryOnce(name, from)).isTrue();
        }
    }

}
