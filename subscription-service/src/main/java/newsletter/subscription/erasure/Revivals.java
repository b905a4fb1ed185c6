package newsletter.subscription.erasure;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import newsletter.events.ConsentEvent.WithdrawnBy;
import newsletter.personaldata.EmailAddress;
import newsletter.subscription.consent.Agreements;
import newsletter.subscription.consent.Consents;
import newsletter.subscription.contact.Subscribers;
import newsletter.subscription.erasure.Erasure.By;
import newsletter.subscription.suppression.SuppressionReason;
import newsletter.subscription.suppression.Suppressions;

/**
 * What a backup brought back of people who are not written to any more is ended, or
 * erased, once more. On a database that nobody restored there is nothing to do.
 */
@Service
public class Revivals {

    private static final int PAGE = 500;

    private final Subscribers subscribers;

    private final Consents consents;

    private final Suppressions suppressions;

    private final Erasure erasure;

    private final Clock clock;

    Revivals(Subscribers subscribers, Consents consents, Suppressions suppressions, Erasure erasure, Clock clock) {
        this.subscribers = subscribers;
        this.consents = consents;
        this.suppressions = suppressions;
        this.erasure = erasure;
        this.clock = clock;
    }

    /** How many can be reached though they were erased. */
    public long countErased() {
        return this.consents.countRevived();
    }

    /** Erases some of them; how many. */
    @Transactional
    public int eraseAgain() {
        List<UUID> revived = this.consents.revived(PAGE);
        revived.forEach((subscriber) -> this.erasure.erase(subscriber, By.RETENTION, false));
        return revived.size();
    }

    /**
     * Compares the addresses of some subscribers with the suppressions, under all keys.
     * @param after the last id of the page before
     * @return the last id of this one, or {@code after} if there are no more
     */
    @Transactional
    public UUID filterAgain(UUID after) {
        Map<UUID, Optional<EmailAddress>> page = this.subscribers.addressesAfter(after, PAGE);
        Instant now = this.clock.instant();
        Set<EmailAddress> suppressed = this.suppressions
            .among(page.values().stream().flatMap(Optional::stream).toList(), now);
        UUID last = after;
        for (Map.Entry<UUID, Optional<EmailAddress>> subscriber : page.entrySet()) {
            subscriber.getValue()
                .filter(suppressed::contains)
                .ifPresent((address) -> end(subscriber.getKey(), this.suppressions.reasons(address, now), now));
            last = subscriber.getKey();
        }
        return last;
    }

    private void end(UUID subscriber, Set<SuppressionReason> reasons, Instant now) {
        if (reasons.contains(SuppressionReason.ERASURE)) {
            this.erasure.erase(subscriber, By.RETENTION, false);
        }
        else if (this.subscribers.lock(subscriber)) {
            Agreements agreed = this.consents.of(subscriber);
            agreed.live()
                .stream()
                .flatMap((consent) -> agreed.withdraw(consent.newsletterId(), by(reasons), now).stream())
                .forEach(this.consents::withdraw);
        }
    }

    private static WithdrawnBy by(Set<SuppressionReason> reasons) {
        return reasons.contains(SuppressionReason.OBJECTION) ? WithdrawnBy.OBJECTION
                : reasons.contains(SuppressionReason.COMPLAINT) ? WithdrawnBy.COMPLAINT : WithdrawnBy.STAFF;
    }

}
