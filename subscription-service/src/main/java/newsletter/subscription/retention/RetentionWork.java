package newsletter.subscription.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Applies the retention rules, each by itself, so that one that fails holds up no other,
 * and says of each what is due, what was done and how old the oldest is (C-42).
 */
@Component
@EnableScheduling
class RetentionWork implements SchedulingConfigurer, MeterBinder {

    private final List<RetentionRule> rules;

    private final Duration interval;

    private final Clock clock;

    private final Map<String, AtomicLong> done;

    RetentionWork(List<RetentionRule> rules, RetentionProperties properties, Clock clock) {
        this.rules = rules;
        this.interval = properties.interval();
        this.clock = clock;
        this.done = rules.stream().collect(Collectors.toMap(RetentionRule::name, (_) -> new AtomicLong()));
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        this.rules.forEach(
                (rule) -> tasks.addFixedDelayTask(new FixedDelayTask(() -> apply(rule), this.interval, this.interval)));
    }

    /** Until nothing is due. */
    void apply(RetentionRule rule) {
        int deleted;
        do {
            deleted = rule.apply(this.clock.instant());
            done(rule).addAndGet(deleted);
        }
        while (deleted > 0);
    }

    private AtomicLong done(RetentionRule rule) {
        return this.done.getOrDefault(rule.name(), new AtomicLong());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        this.rules.forEach((rule) -> {
            Tags name = Tags.of("rule", rule.name());
            Gauge.builder("retention.due", rule, (watched) -> watched.due(this.clock.instant()))
                .description("What should be deleted, ended or asked, and is not")
                .tags(name)
                .register(registry);
            Gauge.builder("retention.oldest", rule, this::secondsOverdue)
                .description("For how long the oldest of it is overdue; alert above a day")
                .baseUnit("seconds")
                .tags(name)
                .register(registry);
            FunctionCounter.builder("retention.done", done(rule), AtomicLong::doubleValue)
                .description("What this process has done of it")
                .tags(name)
                .register(registry);
        });
    }

    private double secondsOverdue(RetentionRule rule) {
        Instant now = this.clock.instant();
        return rule.oldest(now).map((since) -> Duration.between(since, now).toMillis() / 1000.0).orElse(0.0);
    }

}
