package newsletter.subscription.erasure;

import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Goes through all subscribers after each start, beside everything else: whoever restores
 * a backup starts the service after it.
 */
@Component
class RevivalCheck {

    private static final Logger LOG = LoggerFactory.getLogger(RevivalCheck.class);

    private static final UUID FIRST = new UUID(0, 0);

    private final Revivals revivals;

    RevivalCheck(Revivals revivals) {
        this.revivals = revivals;
    }

    @EventListener(ApplicationReadyEvent.class)
    void onStart() {
        Thread.ofVirtual().name("revivals").start(this::check);
    }

    private void check() {
        try {
            UUID after = FIRST;
            UUID last = this.revivals.filterAgain(after);
            while (!last.equals(after)) {
                after = last;
                last = this.revivals.filterAgain(after);
            }
        }
        catch (RuntimeException ex) {
            // Without its message, which may quote a row. The next start tries again.
            LOG.warn("Subscribers could not be compared with the suppressions: {}", ex.getClass().getSimpleName());
        }
    }

}
