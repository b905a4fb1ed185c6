package newsletter.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.springframework.transaction.support.TransactionSynchronization;

/**
 * Wakes the relay of this process once a transaction has committed that appended
 * something. Another process' relay does not hear it and finds the event when it looks
 * next.
 */
class Bell implements TransactionSynchronization {

    private final Semaphore rung = new Semaphore(0);

    @Override
    public void afterCommit() {
        ring();
    }

    void ring() {
        rung.release();
    }

    /** Returns when it has been rung since the last time, or when the time is up. */
    void await(Duration atMost) throws InterruptedException {
        if (rung.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            // One look at the table answers all who rang before it.
            rung.drainPermits();
        }
    }

}
