package newsletter.audit.integrity;

import java.time.Instant;
import java.util.List;

/**
 * One time that the ledger was looked at.
 *
 * @param size how many entries there were
 * @param faults what was wrong, in words for an officer; none, one hopes
 */
public record Check(Instant startedAt, Instant finishedAt, long size, List<String> faults) {

    public boolean isIntact() {
        return this.faults.isEmpty();
    }

}
