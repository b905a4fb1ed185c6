package newsletter.subscription.imports;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One file of addresses, and how far it has come.
 *
 * @param source where the addresses are from, in the words of who brought them
 * @param rows how many lines it has
 * @param decidedBy who approved or discarded it; absent before
 */
record Import(UUID id, String source, String broughtBy, Instant broughtAt, int rows, State state,
        @Nullable String decidedBy, @Nullable Instant decidedAt, @Nullable Instant finishedAt) {

    /** See the package. */
    enum State {

        CHECKING, CHECKED, APPROVED, DONE, DISCARDED;

        public boolean isMoving() {
            return this == CHECKING || this == APPROVED;
        }

    }

    /** Whether this officer may decide it now: never who brought it. */
    boolean mayBeDecidedBy(String officer) {
        return this.state == State.CHECKED && !officer.equals(this.broughtBy);
    }

}
