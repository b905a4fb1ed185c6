package newsletter.devstack.server;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How everything stops: in the reverse order of its start, once.
 */
final class Ending {

    private record Step(String what, Runnable stop) {
    }

    private final Progress progress;

    private final Deque<Step> steps = new ArrayDeque<>();

    private boolean begun;

    Ending(Progress progress) {
        this.progress = progress;
    }

    /** What comes too late is stopped at once. */
    synchronized void afterwards(String what, Runnable stop) {
        if (begun) {
            stop.run();
            throw new IllegalStateException("already stopping");
        }
        steps.push(new Step(what, stop));
    }

    synchronized boolean hasBegun() {
        return begun;
    }

    /** One step's trouble does not keep the others from being taken. */
    void stopAll() {
        synchronized (this) {
            if (begun) {
                return;
            }
            begun = true;
        }
        while (!steps.isEmpty()) {
            Step step = steps.pop();
            try {
                step.stop().run();
                if (!step.what().isEmpty()) {
                    progress.say("  %-22s stopped".formatted(step.what()));
                }
            }
            catch (RuntimeException ex) {
                progress.say("  %-22s %s".formatted(step.what(), ex));
            }
        }
    }

}
