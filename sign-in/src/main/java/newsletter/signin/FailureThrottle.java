package newsletter.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down who guesses: a name from one address may fail {@value #FAILURES} times in a
 * quarter of an hour. Counted in memory, by each replica for itself. Not counted by name
 * alone, since then anybody could lock anybody out.
 */
final class FailureThrottle {

    static final int FAILURES = 5;

    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final int REMEMBERED = 10_000;

    private final Clock clock;

    private final Map<Key, Failures> failures = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        // Whoever sends many names must not fill our memory.
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Failures> eldest) {
            return size() > REMEMBERED;
        }

    };

    FailureThrottle(Clock clock) {
        this.clock = clock;
    }

    private record Key(String name, String from) {
    }

    private record Failures(Instant since, int count) {
    }

    /**
     * Whether one more attempt may be made. It counts as failed until it
     * {@link #succeeded}, so that attempts made at the same time are all counted.
     */
    synchronized boolean tryOnce(String name, String from) {
        Instant now = this.clock.instant();
        Failures past = this.failures.get(new Key(name, from));
        if (past == null || !now.isBefore(past.since().plus(WINDOW))) {
            past = new Failures(now, 0);
        }
        if (past.count() >= FAILURES) {
            return false;
        }
        this.failures.put(new Key(name, from), new Failures(past.since(), past.count() + 1));
        return true;
    }

    synchronized void succeeded(String name, String from) {
        this.failures.remove(new Key(name, from));
    }

}
