package newsletter.mailer.handover;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The {@code sender} table: this process's right to hand mail over, under an id that no
 * other run of it has. It is renewed in thirds of its time. A process that cannot renew
 * stops handing over before the others may believe it dead, so that no mail is in two
 * hands.
 */
@Component
public class SenderLease implements SmartLifecycle {

    /** Starts before the lanes, and is given up after they have stopped. */
    static final int PHASE = Integer.MAX_VALUE / 4;

    private static final Logger LOG = LoggerFactory.getLogger(SenderLease.class);

    private final JdbcClient jdbc;

    private final Duration lease;

    private final UUID sender = UUID.randomUUID();

    private volatile @Nullable Held held;

    private @Nullable CountDownLatch stopping;

    private @Nullable Thread renewing;

    SenderLease(JdbcClient jdbc, HandoverProperties properties) {
        this.jdbc = jdbc;
        this.lease = properties.lease();
    }

    /**
     * By our own monotonic clock.
     *
     * @param since from when on it was held without a gap
     * @param renewed when it was last renewed
     */
    private record Held(long since, long renewed) {
    }

    /** Names this process in claims. */
    public UUID sender() {
        return this.sender;
    }

    /** Whether a mail may be claimed, or a hand-over begun. */
    public boolean isHeld() {
        Held now = this.held;
        return now != null && age(now.renewed) < this.lease.toNanos() * 2 / 3;
    }

    /**
     * Whether we have watched for so long that another process, were it alive, would have
     * been heard of. After the database was away all look dead for a moment.
     */
    public boolean mayJudgeOthers() {
        Held now = this.held;
        return isHeld() && now != null && age(now.since) >= this.lease.toNanos();
    }

    private static long age(long instant) {
        return System.nanoTime() - instant;
    }

    void renew() {
        long asked = System.nanoTime();
        this.jdbc.sql("""
                INSERT INTO sender (sender_id, held_until)
                VALUES (:sender, now() + make_interval(secs => :seconds))
                ON CONFLICT (sender_id) DO UPDATE SET held_until = excluded.held_until
                """).param("sender", this.sender).param("seconds", this.lease.toMillis() / 1000.0).update();
        Held before = this.held;
        this.held = new Held((before != null && isHeld()) ? before.since : asked, asked);
        if (mayJudgeOthers()) {
            this.jdbc.sql("DELETE FROM sender WHERE held_until < now()").update();
        }
    }

    @Override
    public synchronized void start() {
        var stop = new CountDownLatch(1);
        this.stopping = stop;
        this.renewing = Thread.ofVirtual().name("sender-lease").start(() -> renewUntil(stop));
    }

    private void renewUntil(CountDownLatch stop) {
        try {
            do {
                try {
                    renew();
                }
                catch (RuntimeException ex) {
                    LOG.warn("The sender lease could not be renewed: {}", ex.getClass().getSimpleName());
                }
            }
            while (!stop.await(this.lease.toMillis() / 3, TimeUnit.MILLISECONDS));
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void stop() {
        CountDownLatch stop = this.stopping;
        Thread thread = this.renewing;
        if (stop == null || thread == null) {
            return;
        }
        stop.countDown();
        try {
            thread.join();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
        this.held = null;
        this.stopping = null;
        giveUp();
    }

    /** What we could not finish need not wait for our time to run out. */
    private void giveUp() {
        try {
            this.jdbc.sql("DELETE FROM sender WHERE sender_id = :sender").param("sender", this.sender).update();
        }
        catch (RuntimeException ex) {
            LOG.warn("The sender lease could not be given up: {}", ex.getClass().getSimpleName());
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return this.stopping != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

}
