package newsletter.outbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Tells Kafka what was committed: one relay at a time per database, in the order of the
 * rows.
 *
 * <p>
 * A batch is taken out of the table, told in one Kafka transaction, and only then does
 * the database commit. A crash before Kafka's commit leaves the rows and has told nobody.
 * A crash between the two commits leaves the rows, and they are told again, in the same
 * order: readers drop what they have seen by its {@code eventId}. Whatever goes wrong,
 * the relay lets go of everything, rests, and begins anew.
 */
class OutboxRelay implements SmartLifecycle {

    /**
     * Twice what Kafka's time limits allow a batch to take, see {@link Teller}. A relay
     * that is silent for longer is frozen or out of reach, and another one takes over.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DataSource database;

    private final Tellers tellers;

    private final OutboxProperties properties;

    private final Bell bell;

    private final Trouble trouble = new Trouble();

    private final AtomicLong told = new AtomicLong();

    private final ReentrantLock batchInFlight = new ReentrantLock();

    private volatile CountDownLatch stop = new CountDownLatch(0);

    private volatile @Nullable Thread worker;

    /**
     * @param database opens a new connection each time it is asked for one
     */
    OutboxRelay(DataSource database, Tellers tellers, OutboxProperties properties, Bell bell) {
        this.database = database;
        this.tellers = tellers;
        this.properties = properties;
        this.bell = bell;
    }

    /** How many events were told since the process started, repeats included. */
    long told() {
        return told.get();
    }

    private void run() {
        while (!stopping()) {
            try {
                relay();
            }
            // Errors as well: nobody would miss a relay that has died.
            catch (Throwable ex) {
                rest(ex);
            }
        }
        tellers.close();
    }

    private void relay() throws Exception {
        try (var session = RelaySession.open(database, PATIENCE)) {
            if (!awaitLead(session)) {
                return;
            }
            try (Teller teller = tellers.next(session.database())) {
                while (!stopping()) {
                    int count = tellOldest(session, teller);
                    trouble.over();
                    if (count == 0) {
                        bell.await(properties.pollInterval());
                    }
                }
            }
        }
    }

    private boolean awaitLead(RelaySession session) throws SQLException, InterruptedException {
        while (!session.lead()) {
            if (stop.await(properties.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }

    private int tellOldest(RelaySession session, Teller teller) throws SQLException {
        batchInFlight.lock();
        try {
            if (stopping()) {
                return 0;
            }
            List<Pending> batch = session.takeOldest(properties.batchSize());
            if (!batch.isEmpty()) {
                teller.tell(batch);
            }
            session.commit();
            told.addAndGet(batch.size());
            return batch.size();
        }
        finally {
            batchInFlight.unlock();
        }
    }

    private void rest(Throwable reason) {
        if (stopping()) {
            return;
        }
        try {
            var _ = stop.await(trouble.met(reason).toMillis(), TimeUnit.MILLISECONDS);
        }
        catch (InterruptedException ex) {
            // Only stop() interrupts.
        }
    }

    private boolean stopping() {
        return stop.getCount() == 0;
    }

    @Override
    public void start() {
        stop = new CountDownLatch(1);
        worker = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
    }

    /** Returns when the relay has ended: at once, or after the batch it is telling. */
    @Override
    public void stop() {
        Thread relay = worker;
        if (relay == null) {
            return;
        }
        stop.countDown();
        batchInFlight.lock();
        try {
            // Kafka may be down, and is not worth waiting for.
            relay.interrupt();
        }
        finally {
            batchInFlight.unlock();
        }
        try {
            relay.join();
            worker = null;
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    /** Starts before those who append and stops after them. */
    @Override
    public int getPhase() {
        return 0;
    }

}
