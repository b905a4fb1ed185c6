package newsletter.outbox;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What tells an operator that Kafka is behind: no health indicator does, since a service
 * whose events wait is in good health.
 */
class OutboxMetrics implements MeterBinder {

    private final JdbcClient jdbc;

    private final OutboxRelay relay;

    OutboxMetrics(JdbcClient jdbc, OutboxRelay relay) {
        this.jdbc = jdbc;
        this.relay = relay;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("outbox.waiting", this, OutboxMetrics::waiting)
            .description("Events that are committed and not told yet, by whichever relay of this database")
            .baseUnit("events")
            .register(registry);
        Gauge.builder("outbox.oldest", this, OutboxMetrics::oldest)
            .description("For how long the oldest of them has been waiting")
            .baseUnit("seconds")
            .register(registry);
        FunctionCounter.builder("outbox.told", relay, OutboxRelay::told)
            .description("Events that the relay of this process has told, repeats included")
            .baseUnit("events")
            .register(registry);
    }

    private double waiting() {
        return jdbc.sql("SELECT count(*) FROM outbox").query(Double.class).single();
    }

    private double oldest() {
        return jdbc.sql("""
                SELECT coalesce((
                    SELECT extract(epoch FROM clock_timestamp() - created_at) FROM outbox ORDER BY id LIMIT 1
                ), 0)
                """).query(Double.class).single();
    }

}
