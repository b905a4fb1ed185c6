package newsletter.endtoend;

import org.junit.jupiter.api.Order;

/**
 * When a class has its turn in the one world that all share. Who says nothing has it
 * before anything is disturbed, and after the main job: most journeys.
 */
final class Turn {

    /** Nobody has signed up yet. */
    static final int FIRST = 1;

    /** Stops servers or services, and starts them again. */
    static final int DISTURBING = Order.DEFAULT + 1;

    /** Everything has been said that is said. */
    static final int LAST = Integer.MAX_VALUE;

    private Turn() {
    }

}
