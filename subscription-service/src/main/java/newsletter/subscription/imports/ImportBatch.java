package newsletter.subscription.imports;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import newsletter.subscription.imports.Import.State;
import newsletter.subscription.imports.Judge.Decided;

/**
 * The next people of an import, all lines of each. One transaction a batch: what was done
 * and that it was done are committed together, so a batch that is cut off is done again,
 * and one that is not is never repeated.
 */
@Service
class ImportBatch {

    /**
     * Enough for few journeys to the database, few enough to hold their locks for a
     * moment only.
     */
    static final int PEOPLE = 500;

    private final Imports imports;

    private final ImportRows rows;

    private final Judge judge;

    private final Intake intake;

    private final Clock clock;

    ImportBatch(Imports imports, ImportRows rows, Judge judge, Intake intake, Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.judge = judge;
        this.intake = intake;
        this.clock = clock;
    }

    /**
     * Does the next batch of what this import waits for.
     * @return whether there was anything to do for us
     */
    @Transactional
    boolean next(UUID importId) {
        Optional<Import> locked = this.imports.lock(importId).filter((found) -> found.state().isMoving());
        locked.ifPresent((found) -> {
            if (found.state() == State.CHECKING) {
                check(importId);
            }
            else {
                apply(importId);
            }
        });
        return locked.isPresent();
    }

    private void check(UUID importId) {
        List<ImportRow> next = this.rows.nextToCheck(importId, PEOPLE);
        if (next.isEmpty()) {
            this.imports.checked(importId);
            return;
        }
        this.rows.expect(importId, outcomes(this.judge.decide(next, this.clock.instant())));
    }

    private void apply(UUID importId) {
        List<ImportRow> next = this.rows.nextToDo(importId, PEOPLE);
        if (next.isEmpty()) {
            this.imports.done(importId, this.clock.instant());
            this.rows.forgetAddresses(importId);
            return;
        }
        List<Decided> decided = this.judge.decide(next, this.clock.instant());
        this.intake.take(decided.stream().filter((one) -> one.outcome().isDone()).toList(),
                this.imports.find(importId).orElseThrow().broughtBy());
        this.rows.settle(importId, outcomes(decided));
    }

    private static Map<Integer, Outcome> outcomes(List<Decided> decided) {
        return decided.stream().collect(Collectors.toMap((one) -> one.row().line(), Decided::outcome));
    }

}
