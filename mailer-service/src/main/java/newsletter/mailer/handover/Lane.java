package newsletter.mailer.handover;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A few threads that hand mail over, each on a line of its own. Letters and editions have
 * a lane each, so that an edition to a million does not delay a letter. Stopping lets
 * each finish what it has in hand.
 */
public final class Lane implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    /** While the relay is away it is asked this often, by each thread. */
    private static final Duration RECONNECT = Duration.ofSeconds(2);

    /** A line that was idle for longer may be dead at the other end. */
    private static final Duration IDLE = Duration.ofSeconds(5);

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final String name;

    private final int lines;

    private final Duration poll;

    private final MailServer server;

    private final SenderLease lease;

    private final Work work;

    private final List<Thread> threads = new ArrayList<>();

    private @Nullable Stop stop;

    public Lane(Settings settings, MailServer server, SenderLease lease, Work work) {
        this.name = settings.name;
        this.lines = settings.lines;
        this.poll = settings.poll;
        this.server = server;
        this.lease = lease;
        this.work = work;
    }

    /**
     * How a lane is laid out.
     *
     * @param lines how many connections it has
     * @param poll how long a thread rests that found nothing to do
     */
    public record Settings(String name, int lines, Duration poll) {
    }

    /** What a lane does. */
    public interface Work {

        /** Whether anything waits that may be handed over now. */
        boolean isWaiting();

        /**
         * Takes some of it up, hands it over, and records what became of it. What was not
         * begun when told to stop goes back.
         */
        void take(Line line, Stop stop);

        /** Nothing can be handed over, for this reason. */
        void isStuck(String reason);

    }

    /** Tells a thread when to stop, at once or while it waits. */
    public static final class Stop {

        private final CountDownLatch called = new CountDownLatch(1);

        public boolean isCalled() {
            return this.called.getCount() == 0;
        }

        /** Waits, unless told to stop. */
        public void pause(Duration time) {
            try {
                if (this.called.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            catch (InterruptedException ex) {
                Thread.currentThread().interrupt();
                call();
            }
        }

        public void call() {
            this.called.countDown();
        }

        /**
         * Repeats what must not be forgotten until it is done: the mail is handed over,
         * whatever the database says now.
         */
        public void insist(Runnable recording) {
            while (true) {
                try {
                    recording.run();
                    return;
                }
                catch (RuntimeException ex) {
                    LOG.warn("An outcome could not be recorded yet: {}", ex.getClass().getSimpleName());
                    if (isCalled()) {
                        throw ex;
                    }
                    pause(Duration.ofSeconds(1));
                }
            }
        }

    }

    @Override
    public synchronized void start() {
        var stopOfThisRun = new Stop();
        this.stop = stopOfThisRun;
        for (int i = 1; i <= this.lines; i++) {
            this.threads.add(Thread.ofVirtual().name(this.name + "-" + i).start(() -> run(stopOfThisRun)));
        }
    }

    private void run(Stop stopOfThisRun) {
        var connection = new Connection();
        while (!stopOfThisRun.isCalled()) {
            try {
                if (this.lease.isHeld() && this.work.isWaiting()) {
                    this.work.take(connection.line(), stopOfThisRun);
                    connection.usedAt = System.nanoTime();
                }
                else {
                    stopOfThisRun.pause(this.poll);
                }
            }
            catch (NoMailServer ex) {
                stuck(String.valueOf(ex.getMessage()));
                stopOfThisRun.pause(RECONNECT);
            }
            catch (RuntimeException ex) {
                // The database is away, or we have a bug: neither ends the lane.
                LOG.warn("{} could not go on: {}", Thread.currentThread().getName(), ex.getClass().getSimpleName());
                LOG.debug("Because", ex);
                stopOfThisRun.pause(RECONNECT);
            }
        }
        connection.close();
    }

    private void stuck(String reason) {
        try {
            this.work.isStuck(reason);
        }
        catch (RuntimeException ex) {
            LOG.warn("{} could not say why it waits: {}", Thread.currentThread().getName(),
                    ex.getClass().getSimpleName());
        }
    }

    /** A thread's line, opened when it is needed. */
    private final class Connection {

        private @Nullable Line line;

        private long usedAt;

        Line line() throws NoMailServer {
            Line open = this.line;
            if (open != null && !open.isBroken()
                    && (System.nanoTime() - this.usedAt < IDLE.toNanos() || open.isAlive())) {
                return open;
            }
            close();
            Line opened = Lane.this.server.open();
            this.line = opened;
            return opened;
        }

        void close() {
            if (this.line != null) {
                this.line.close();
                this.line = null;
            }
        }

    }

    @Override
    public synchronized void stop() {
        if (this.stop == null) {
            return;
        }
        this.stop.call();
        this.stop = null;
        long until = System.nanoTime() + DEADLINE.toNanos();
        try {
            for (Thread thread : this.threads) {
                // What takes longer is left to whoever sorts the claims of the dead.
                thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
            }
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
        this.threads.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return this.stop != null;
    }

    /** After the lease, so that it ends before it. */
    @Override
    public int getPhase() {
        return SenderLease.PHASE + 1;
    }

}
