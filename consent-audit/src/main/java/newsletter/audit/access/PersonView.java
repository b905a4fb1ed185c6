package newsletter.audit.access;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One recorded look.
 *
 * @param subscriberId at whom; absent if nobody was found
 */
public record PersonView(UUID id, @Nullable UUID subscriberId, String officer, String reason, String caseNumber,
        Instant openedAt) {

    /** The reason, for people. */
    public String reasonText() {
        return Reason.of(this.reason).map(Reason::text).orElse(this.reason);
    }

}
