package newsletter.outbox;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Knows whether telling works, and says so when that changes: one line when it no longer
 * does, one when it does again, however long it takes.
 */
final class Trouble {

    private static final Logger log = LoggerFactory.getLogger(Trouble.class);

    private final ExponentialBackOff patience = new ExponentialBackOff(500, 2);

    private @Nullable BackOffExecution rests;

    Trouble() {
        // Not longer: people wait for their mail when Kafka is back.
        patience.setMaxInterval(10_000);
    }

    /** Returns how long to rest before the next attempt. */
    Duration met(Throwable reason) {
        if (rests == null) {
            rests = patience.start();
            log.warn("Events wait in the outbox, and will be told when this works again", reason);
        }
        else {
            log.debug("Events still wait in the outbox", reason);
        }
        return Duration.ofMillis(rests.nextBackOff());
    }

    void over() {
        if (rests != null) {
            rests = null;
            log.info("Events are told again");
        }
    }

}
