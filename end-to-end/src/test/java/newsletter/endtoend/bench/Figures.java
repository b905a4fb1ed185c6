package newsletter.endtoend.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What was measured. */
final class Figures {

    /** How long each took, from the shortest to the longest. */
    private final long[] nanos;

    /** How long all of them took. */
    private final Duration time;

    private final int turnedAway;

    private Figures(long[] nanos, Duration time, int turnedAway) {
        this.nanos = nanos;
        this.time = time;
        this.turnedAway = turnedAway;
    }

    static Figures of(List<Samples> workers, Duration time) {
        long[] all = workers.stream().flatMapToLong((samples) -> Arrays.stream(samples.taken())).sorted().toArray();
        return new Figures(all, time, workers.stream().mapToInt(Samples::turnedAway).sum());
    }

    int count() {
        return this.nanos.length;
    }

    double perSecond() {
        return count() * 1e9 / this.time.toNanos();
    }

    /** In milliseconds. */
    double percentile(double percent) {
        if (this.nanos.length == 0) {
            return Double.NaN;
        }
        int at = (int) Math.ceil(percent / 100 * this.nanos.length) - 1;
        return this.nanos[Math.clamp(at, 0, this.nanos.length - 1)] / 1e6;
    }

    @Override
    public String toString() {
        String figures = "%,8.0f/s   p50 %6.1f ms   p95 %6.1f ms   p99 %6.1f ms".formatted(perSecond(), percentile(50),
                percentile(95), percentile(99));
        return (this.turnedAway > 0) ? figures + "   turned away: " + this.turnedAway : figures;
    }

}
