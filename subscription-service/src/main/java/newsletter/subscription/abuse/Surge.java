package newsletter.subscription.abuse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Notices when far more forms come than people send, and for how long that lasts. Only
 * then is proof of work asked for: on all other days it would be a burden without use.
 */
@Component
class Surge {

    private static final Logger LOG = LoggerFactory.getLogger(Surge.class);

    private final SurgeProperties properties;

    private final Clock clock;

    private final Bucket withoutProof;

    private Instant countedSince = Instant.EPOCH;

    private int counted;

    private Instant until = Instant.EPOCH;

    Surge(SurgeProperties properties, Clock clock, MeterRegistry metrics) {
        this.properties = properties;
        this.clock = clock;
        this.withoutProof = FormBuckets.bucket(properties.withoutProof(), clock);
        Gauge.builder("sign-up.surge", this, (surge) -> surge.isOn() ? 1 : 0)
            .description("1 while so many sign-up forms come that browsers are asked for proof of work; alert on it")
            .register(metrics);
    }

    /** Another form has come. */
    synchronized void count() {
        Instant now = this.clock.instant();
        if (!now.isBefore(this.countedSince.plus(this.properties.within()))) {
            this.countedSince = now;
            this.counted = 0;
        }
        this.counted++;
        if (this.counted > this.properties.forms()) {
            begin(now);
        }
    }

    private void begin(Instant now) {
        if (!now.isBefore(this.until)) {
            LOG.warn(
                    "More than {} sign-up forms came within {}: until it is calm, browsers are asked for proof of work",
                    this.properties.forms(), this.properties.within());
        }
        this.until = now.plus(this.properties.calm());
    }

    synchronized boolean isOn() {
        return this.properties.always() || this.clock.instant().isBefore(this.until);
    }

    /**
     * How long one without a proof has to wait; zero if it is taken. The lane is narrow
     * and shared by all: one that a network could fill by itself would be no other limit
     * than the one there is.
     */
    Duration takeWithoutProof() {
        return FormBuckets.take(this.withoutProof);
    }

}
