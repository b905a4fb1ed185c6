package newsletter.subscription.preferences;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import newsletter.subscription.catalogue.Newsletter;
import newsletter.subscription.catalogue.Shown;

/**
 * What the page shows of one person.
 *
 * @param address masked
 * @param taken what is sent now
 * @param offered what else could be; absent if that is nothing
 * @param waiting the newsletters, by id, that a letter asks them to confirm
 * @param pausedUntil before then no newsletters come; absent if they do
 * @param language in which they are written to
 */
record Overview(String address, List<Taken> taken, Optional<Shown> offered, Set<String> waiting,
        Optional<Instant> pausedUntil, String language, List<History.Moment> history) {

    /**
     * A newsletter that is sent to them, since when, and until when without a renewal.
     */
    record Taken(Newsletter newsletter, Instant since, Instant until) {
    }

    boolean takes(String newsletterId) {
        return this.taken.stream().anyMatch((taken) -> taken.newsletter().id().equals(newsletterId));
    }

}
