package newsletter.subscription.retention;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.stereotype.Service;

import newsletter.subscription.reported.Looks;

/** Who looked at a record is shown to the person for two years. */
@Service
class OldLooks implements RetentionRule {

    private static final Period KEPT = Period.ofYears(2);

    private static final int BATCH = 10_000;

    private final Looks looks;

    OldLooks(Looks looks) {
        this.looks = looks;
    }

    @Override
    public String name() {
        return "staff-access";
    }

    @Override
    public long due(Instant now) {
        return this.looks.countBefore(before(now));
    }

    @Override
    public Optional<Instant> oldest(Instant now) {
        return this.looks.oldestBefore(before(now)).map((look) -> look.atZone(ZoneOffset.UTC).plus(KEPT).toInstant());
    }

    @Override
    public int apply(Instant now) {
        return this.looks.forget(before(now), BATCH);
    }

    private static Instant before(Instant now) {
        return now.atZone(ZoneOffset.UTC).minus(KEPT).toInstant();
    }

}
