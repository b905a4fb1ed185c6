package newsletter.endtoend.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Many at once, for a while. */
final class Load {

    private Load() {
    }

    /** One of those who do the work, with whatever connection it needs. */
    interface Worker extends AutoCloseable {

        /** There is nothing left to do. */
        long NOTHING = -1;

        /** The answer was that this is too much at the moment. */
        long TURNED_AWAY = -2;

        /**
         * Does it once.
         * @return how long the part took that is measured, in nanoseconds, or one of
         * those above
         */
        long work() throws IOException, SQLException;

        @Override
        void close() throws IOException, SQLException;

    }

    /** Makes one. */
    interface Workers {

        Worker next() throws IOException, SQLException;

    }

    /** Each begins again as soon as it is done: as much as can be. */
    static Figures closed(int workers, Duration time, Workers makes) {
        long end = System.nanoTime() + time.toNanos();
        return run(workers, makes, (worker, samples) -> {
            for (long took = 0; took != Worker.NOTHING && System.nanoTime() < end;) {
                took = worker.work();
                samples.add(took);
            }
        });
    }

    /**
     * So many in a second, whether or not those before are done. What one waits for its
     * turn is time that it took.
     */
    static Figures open(int workers, Duration time, double perSecond, Workers makes) {
        long start = System.nanoTime();
        long pause = (long) (1e9 / perSecond);
        long turns = time.toNanos() / pause;
        var turn = new AtomicLong();
        return run(workers, makes, (worker, samples) -> {
            for (long mine = turn.getAndIncrement(); mine < turns; mine = turn.getAndIncrement()) {
                long due = start + mine * pause;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                long late = System.nanoTime() - due;
                long took = worker.work();
                samples.add((took >= 0) ? late + took : took);
            }
        });
    }

    /** What a worker does until its time is up. */
    private interface Shift {

        void work(Worker worker, Samples samples) throws IOException, SQLException;

    }

    private static Figures run(int workers, Workers makes, Shift shift) {
        var all = new ArrayList<Samples>();
        var shifts = new ArrayList<Future<?>>();
        long start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < workers; number++) {
                var samples = new Samples();
                all.add(samples);
                shifts.add(threads.submit(() -> {
                    try (Worker worker = makes.next()) {
                        shift.work(worker, samples);
                    }
                    return null;
                }));
            }
            awaitAll(shifts);
        }
        return Figures.of(all, Duration.ofNanos(System.nanoTime() - start));
    }

    private static void awaitAll(List<Future<?>> shifts) {
        try {
            for (Future<?> one : shifts) {
                one.get();
            }
        }
        catch (ExecutionException ex) {
            throw new IllegalStateException("A worker failed: what was measured means nothing", ex.getCause());
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

}
