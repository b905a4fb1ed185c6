package newsletter.audit.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import newsletter.audit.checkpoint.StoredCheckpoint;
import newsletter.audit.delivery.Books.Sum;
import newsletter.audit.ingest.Backlog;
import newsletter.audit.integrity.Check;

/**
 * How the ledger stands.
 *
 * @param size how many entries it has; absent if its head is lost
 * @param lastEntryAt when the newest joined
 * @param checkpoint the newest signature, if there is one
 * @param check the last time that all of it was recomputed
 * @param troubles what must not be, in words for an officer
 */
public record LedgerState(@Nullable Long size, @Nullable Instant lastEntryAt, @Nullable StoredCheckpoint checkpoint,
        @Nullable Check check, boolean checking, Backlog.State backlog, List<String> troubles, List<Book> books) {

    /**
     * What was reported of one edition.
     *
     * @param title of the edition, if it was published
     */
    public record Book(UUID editionId, @Nullable String title, String newsletter, Sum sum) {
    }

    /** How many entries no signature covers yet. */
    public long unsigned() {
        long signed = (this.checkpoint != null) ? this.checkpoint.size() : 0;
        return (this.size != null) ? Math.max(0, this.size - signed) : 0;
    }

}
