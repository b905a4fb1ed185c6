package newsletter.audit.propagation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Tells operators what a service has not acknowledged in time. */
@Component
class OverdueMetric implements MeterBinder {

    private final Demands demands;

    OverdueMetric(Demands demands) {
        this.demands = demands;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("acknowledgements.overdue", this.demands, Demands::countOverdue)
            .description("Events that a service should have acknowledged an hour ago; alert above 0")
            .register(registry);
    }

}
