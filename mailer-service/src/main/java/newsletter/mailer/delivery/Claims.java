package newsletter.mailer.delivery;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import newsletter.events.DeliveryReport.DeliveriesReported;
import newsletter.events.DeliveryReport.Outcome;
import newsletter.events.DeliveryReport.Row;
import newsletter.events.EventJson;
import newsletter.mailer.delivery.Claim.Settled;
import newsletter.mailer.delivery.DeliveryQueue.Taken;
import newsletter.mailer.delivery.Mailings.Entered;
import newsletter.outbox.Outbox;

/**
 * Takes deliveries up and settles them. Each is one transaction: the rows, the books, and
 * the report that tells of it. Rows are locked before books, by everybody.
 */
@Service
@Transactional
class Claims {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final DeliveryQueue queue;

    private final Mailings mailings;

    private final Outbox outbox;

    private final ApplicationEventPublisher announce;

    Claims(DeliveryQueue queue, Mailings mailings, Outbox outbox, ApplicationEventPublisher announce) {
        this.queue = queue;
        this.mailings = mailings;
        this.outbox = outbox;
        this.announce = announce;
    }

    /** Takes up what may be handed over; suppresses, and reports, what may not. */
    List<Claim> claim(UUID editionId, UUID sender, UUID claimId, int limit) {
        List<Taken> taken = this.queue.take(editionId, sender, claimId, limit);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        report(editionId,
                taken.stream()
                    .filter((row) -> !row.live())
                    .map((row) -> new Result(row.deliveryId(), row.subscriberId(), row.consentId(), Outcome.SUPPRESSED,
                            now, null, row.endedBy()))
                    .toList());
        return taken.stream()
            .filter(Taken::live)
            .map((row) -> new Claim(row.deliveryId(), row.subscriberId(), row.consentId(),
                    Objects.requireNonNull(row.address()), row.attempts()))
            .toList();
    }

    /** Settles what was in hand. */
    void settle(UUID editionId, UUID claimId, List<Settled> settled) {
        Set<UUID> ours = this.queue.settle(claimId, settled);
        // Whatever was said, the mail server was there.
        this.mailings.noTrouble(editionId);
        report(editionId,
                settled.stream()
                    .filter((row) -> ours.contains(row.claim().deliveryId()))
                    .flatMap((row) -> Result.of(row).stream())
                    .toList());
    }

    /** Puts back what a claim took of which we never heard. */
    void release(UUID claimId) {
        this.queue.release(claimId);
    }

    /**
     * Sorts what dead senders had in hand, a report at a time. True if there may be more.
     */
    boolean sortOrphans(UUID editionId) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        List<Result> orphans = this.queue.takeFromTheDead(editionId, DeliveriesReported.MAX_ROWS)
            .stream()
            .map((row) -> new Result(row.deliveryId(), row.subscriberId(), row.consentId(), Outcome.UNKNOWN, now, null,
                    null))
            .toList();
        report(editionId, orphans);
        return orphans.size() == DeliveriesReported.MAX_ROWS;
    }

    /** Closes the books of an edition of which nothing is waiting. */
    void finish(UUID editionId) {
        this.mailings.finish(editionId)
            .ifPresent((at) -> this.announce.publishEvent(new MailingFinished(editionId, at)));
    }

    /** The final outcome of a delivery. */
    private record Result(UUID deliveryId, UUID subscriberId, UUID consentId, Outcome outcome, Instant at,
            @Nullable String words, @Nullable UUID endedBy) {

        static List<Result> of(Settled row) {
            Outcome outcome = row.outcome();
            Claim claim = row.claim();
            return (outcome == null) ? List.of() : List.of(new Result(claim.deliveryId(), claim.subscriberId(),
                    claim.consentId(), outcome, row.at(), row.words(), null));
        }

    }

    private void report(UUID editionId, List<Result> results) {
        if (results.isEmpty()) {
            return;
        }
        Entered entered = this.mailings.enter(editionId, results.stream().map(Result::outcome).toList());
        List<Row> rows = results.stream()
            .map((result) -> new Row(result.deliveryId, result.subscriberId, result.consentId, result.outcome,
                    result.at, result.deliveryId + "@" + entered.messageDomain(), result.words, result.endedBy,
                    nonce()))
            .toList();
        var report = new DeliveriesReported(UUID.randomUUID(), editionId, Instant.now().truncatedTo(ChronoUnit.MILLIS),
                entered.newsletterId(), entered.reports(), entered.planned(), rows);
        this.outbox.append(report.topic(), report.key(), EventJson.write(report));
        finish(editionId);
    }

    private static String nonce() {
        byte[] nonce = new byte[16];
        RANDOM.nextBytes(nonce);
        return Base64.getEncoder().encodeToString(nonce);
    }

}
