package newsletter.subscription.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

import newsletter.subscription.TestClock;

import static org.assertj.core.api.Assertions.assertThat;

/** C-42. */
class RetentionWorkTests {

    private final TestClock clock = new TestClock();

    /** Ten, of which at most four go at once. */
    private static final class Ten implements RetentionRule {

        private final Instant since;

        private int due = 10;

        Ten(Instant since) {
            this.since = since;
        }

        @Override
        public String name() {
            return "ten";
        }

        @Override
        public long due(Instant now) {
            return this.due;
        }

        @Override
        public Optional<Instant> oldest(Instant now) {
            return (this.due > 0) ? Optional.of(this.since) : Optional.empty();
        }

        @Override
        public int apply(Instant now) {
            int deleted = Math.min(4, this.due);
            this.due -= deleted;
            return deleted;
        }

    }

    private static double value(MeterRegistry metrics, String name) {
        return metrics.get(name).tag("rule", "ten").meter().measure().iterator().next().getValue();
    }

    @Test
    void c42ARuleIsAppliedUntilNothingIsDueAndSaysSo() {
        var ten = new Ten(this.clock.instant());
        var work = new RetentionWork(List.of(ten), new RetentionProperties(Duration.ofMinutes(10)), this.clock);
        var metrics = new SimpleMeterRegistry();
        work.bindTo(metrics);
        this.clock.forward(Duration.ofHours(1));
        assertThat(value(metrics, "retention.due")).isEqualTo(10);
        assertThat(value(metrics, "retention.oldest")).isBetween(3600.0, 3660.0);
        assertThat(value(metrics, "retention.done")).isZero();
        work.apply(ten);
        assertThat(value(metrics, "retention.due")).isZero();
        assertThat(value(metrics, "retention.oldest")).isZero();
        assertThat(value(metrics, "retention.done")).isEqualTo(10);
    }

    @Test
    void eachRuleHasATaskOfItsOwn() {
        var work = new RetentionWork(List.of(new Ten(Instant.EPOCH)), new RetentionProperties(Duration.ofMinutes(7)),
                this.clock);
        var tasks = new ScheduledTaskRegistrar();
        work.configureTasks(tasks);
        assertThat(tasks.getFixedDelayTaskList()).singleElement()
            .satisfies((task) -> assertThat(task.getIntervalDuration()).isEqualTo(Duration.ofMinutes(7)));
    }

}
