package newsletter.subscription.retention;

import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Service;

import newsletter.subscription.imports.ImportDesk;
import newsletter.subscription.imports.Imports;

/** A file of addresses on which nobody decides within a week is discarded. */
@Service
class UndecidedImports implements RetentionRule {

    /** Who discarded it, for those who look. */
    private static final String BY = "retention";

    private final Imports imports;

    private final ImportDesk desk;

    UndecidedImports(Imports imports, ImportDesk desk) {
        this.imports = imports;
        this.desk = desk;
    }

    @Override
    public String name() {
        return "undecided-imports";
    }

    @Override
    public long due(Instant now) {
        return this.imports.undecided(now).size();
    }

    @Override
    public Optional<Instant> oldest(Instant now) {
        return this.imports.oldestUndecided(now);
    }

    @Override
    public int apply(Instant now) {
        return (int) this.imports.undecided(now).stream().filter((id) -> this.desk.discard(id, BY)).count();
    }

}
