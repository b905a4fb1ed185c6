package newsletter.subscription;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Goes on like any other clock, and can be moved forward. */
public class TestClock extends Clock {

    private final Clock clock = Clock.tickMillis(ZoneOffset.UTC);

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    public void forward(Duration duration) {
        this.ahead.updateAndGet(duration::plus);
    }

    @Override
    public Instant instant() {
        return this.clock.instant().plus(this.ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return this.clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }

}
