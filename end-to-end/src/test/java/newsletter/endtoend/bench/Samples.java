package newsletter.endtoend.bench;

import java.util.Arrays;

/** How long each thing took that one worker did. */
final class Samples {

    private long[] nanos = new long[1024];

    private int count;

    private int turnedAway;

    /** As {@link Load.Worker#work()} returns it. */
    void add(long took) {
        if (took < 0) {
            this.turnedAway += (took == Load.Worker.TURNED_AWAY) ? 1 : 0;
            return;
        }
        if (this.count == this.nanos.length) {
            this.nanos = Arrays.copyOf(this.nanos, this.count * 2);
        }
        this.nanos[this.count++] = took;
    }

    int turnedAway() {
        return this.turnedAway;
    }

    long[] taken() {
        return Arrays.copyOf(this.nanos, this.count);
    }

}
