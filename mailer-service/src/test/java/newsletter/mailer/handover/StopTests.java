package newsletter.mailer.handover;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import newsletter.mailer.handover.Lane.Stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class StopTests {

    private final Stop stop = new Stop();

    @Test
    void whatMustBeRecordedIsTriedUntilItWorks() {
        var attempts = new AtomicInteger();
        this.stop.insist(() -> {
            if (attempts.incrementAndGet() < 3) {
                throw new IllegalStateException("The database is away");
            }
        });
        assertThat(attempts).hasValue(3);
    }

    @Test
    void whoIsToldToStopTriesOnceMoreAndNoMore() {
        this.stop.call();
        var attempts = new AtomicInteger();
        assertThatIllegalStateException().isThrownBy(() -> this.stop.insist(() -> {
            attempts.incrementAndGet();
            throw new IllegalStateException("The database is away");
        }));
        assertThat(attempts).hasValue(1);
    }

    @Test
    void aPauseEndsWhenToldToStop() {
        Thread.ofVirtual().start(this.stop::call);
        this.stop.pause(Duration.ofMinutes(10));
        assertThat(this.stop.isCalled()).isTrue();
    }

}
