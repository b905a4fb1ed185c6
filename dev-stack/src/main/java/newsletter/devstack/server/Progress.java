package newsletter.devstack.server;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** One line for each thing that has happened, at once. */
final class Progress {

    private final PrintStream out;

    Progress(PrintStream out) {
        this.out = out;
    }

    synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Says how long it took. */
    void of(String what, Runnable start) {
        Instant begin = Instant.now();
        start.run();
        ready(what, begin);
    }

    void ready(String what, Instant begin) {
        double seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
        say("  %-22s ready in %4.1f s".formatted(what, seconds));
    }

}
