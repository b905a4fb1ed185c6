package newsletter.subscription.retention;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import newsletter.events.ConsentEvent.ConsentEnded;
import newsletter.events.ConsentEvent.EndedBecause;
import newsletter.subscription.consent.Consents;
import newsletter.subscription.consent.LiveConsent;
import newsletter.subscription.contact.Subscribers;

/**
 * Ends the consents to a newsletter that is no more. Whatever interrupts it, the rest is
 * still live and is found the next time.
 */
@Service
class ClosedNewsletters implements RetentionRule {

    private static final int BATCH = 200;

    private static final String LIVE_AND_CLOSED = """
            FROM newsletter
            JOIN consent ON consent.newsletter_id = newsletter.id AND ended_at IS NULL
            WHERE closed_at <= :now
            """;

    private final JdbcClient jdbc;

    private final Consents consents;

    private final Subscribers subscribers;

    private final TransactionTemplate transaction;

    ClosedNewsletters(JdbcClient jdbc, Consents consents, Subscribers subscribers, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.consents = consents;
        this.subscribers = subscribers;
        this.transaction = transaction;
    }

    /** Somebody's consent to one. */
    record Left(UUID subscriberId, String newsletterId) {
    }

    @Override
    public String name() {
        return "closed-newsletters";
    }

    @Override
    public long due(Instant now) {
        return this.jdbc.sql("SELECT count(*) " + LIVE_AND_CLOSED)
            .param("now", Timestamp.from(now))
            .query(Long.class)
            .single();
    }

    @Override
    public Optional<Instant> oldest(Instant now) {
        return this.jdbc.sql("SELECT closed_at " + LIVE_AND_CLOSED + "ORDER BY closed_at LIMIT 1")
            .param("now", Timestamp.from(now))
            .query(Timestamp.class)
            .optional()
            .map(Timestamp::toInstant);
    }

    @Override
    public int apply(Instant now) {
        List<Left> left = this.jdbc
            .sql("SELECT subscriber_id, newsletter_id " + LIVE_AND_CLOSED
                    + "ORDER BY newsletter_id, subscriber_id LIMIT :batch")
            .param("now", Timestamp.from(now))
            .param("batch", BATCH)
            .query(Left.class)
            .list();
        return left.stream()
            .mapToInt((each) -> Objects.requireNonNull(this.transaction.execute((_) -> end(each, now))))
            .sum();
    }

    private int end(Left left, Instant now) {
        // Against a withdrawal at the same moment, and against another replica, which may
        // have been quicker.
        if (!this.subscribers.lock(left.subscriberId())) {
            return 0;
        }
        Optional<LiveConsent> consent = this.consents.of(left.subscriberId()).to(left.newsletterId());
        consent.ifPresent((live) -> this.consents.end(new ConsentEnded(UUID.randomUUID(), left.subscriberId(), now,
                live.id(), left.newsletterId(), EndedBecause.NEWSLETTER_CLOSED)));
        return consent.isPresent() ? 1 : 0;
    }

}
