package newsletter.mailer.letter;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import newsletter.events.ConsentEvent;
import newsletter.events.ConsentEvent.RenewalReminded;
import newsletter.events.ConsentEvent.SubscriberErased;
import newsletter.events.DeliveryReport.LetterReported;
import newsletter.events.DeliveryReport.Outcome;
import newsletter.events.EventJson;
import newsletter.mailer.handover.HandoverProperties;
import newsletter.mailer.letter.ClaimedLetter.Settled;
import newsletter.mailer.letter.Letter.Kind;
import newsletter.outbox.Outbox;

/**
 * Queues letters, takes them up and settles them. Each is one transaction: the row, and
 * the report that tells of it.
 */
@Service
@Transactional
class Letters {

    private final LetterQueue queue;

    private final Outbox outbox;

    private final LetterProperties properties;

    private final String messageDomain;

    Letters(LetterQueue queue, Outbox outbox, LetterProperties properties, HandoverProperties handover) {
        this.queue = queue;
        this.outbox = outbox;
        this.properties = properties;
        this.messageDomain = handover.messageDomain();
    }

    /** In the transaction that takes the event in, or not at all. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ConsentEvent event) {
        Letter.about(event, this.properties.welcomeWithin()).ifPresent(this.queue::add);
        Letter.endedBy(event).forEach(this.queue::drop);
        if (event instanceof RenewalReminded reminded) {
            this.queue.remind(reminded);
        }
        if (event instanceof SubscriberErased erased) {
            this.queue.dropAllBut(Kind.ERASED, erased.subscriberId());
        }
    }

    Optional<ClaimedLetter> claim(UUID sender, UUID claimId) {
        return this.queue.take(sender, claimId);
    }

    void release(UUID claimId) {
        this.queue.release(claimId);
    }

    void settle(ClaimedLetter letter, UUID claimId, Settled settled) {
        Outcome outcome = settled.outcome();
        if (this.queue.settle(letter.key(), claimId, settled) && outcome != null) {
            report(letter.subscriberId(), letter.kind().text(), letter.about(), letter.letterId(), outcome,
                    settled.words());
        }
    }

    /** Sorts what dead senders had in hand. */
    void sortOrphans() {
        this.queue.takeFromTheDead()
            .stream()
            .filter((orphan) -> orphan.doubts() > 1)
            .forEach((orphan) -> report(orphan.subscriberId(), orphan.kind(), orphan.about(), orphan.letterId(),
                    Outcome.UNKNOWN, null));
    }

    void drop() {
        this.queue.drop();
    }

    String messageId(UUID letterId) {
        return letterId + "@" + this.messageDomain;
    }

    private void report(UUID subscriberId, String kind, String about, UUID letterId, Outcome outcome,
            @Nullable String words) {
        var report = new LetterReported(UUID.randomUUID(), subscriberId, Instant.now().truncatedTo(ChronoUnit.MILLIS),
                kind, about, outcome, messageId(letterId), words);
        this.outbox.append(report.topic(), report.key(), EventJson.write(report));
    }

}
