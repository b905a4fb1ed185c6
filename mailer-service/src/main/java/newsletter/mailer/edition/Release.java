package newsletter.mailer.edition;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import newsletter.events.EditionPublished;
import newsletter.events.EventJson;
import newsletter.mailer.audience.Newsletter;
import newsletter.mailer.audience.Newsletters;
import newsletter.mailer.delivery.Deliveries;
import newsletter.mailer.delivery.Mailing;
import newsletter.mailer.delivery.MailingFinished;
import newsletter.mailer.edition.Edition.Approval;
import newsletter.mailer.edition.Edition.Change;
import newsletter.mailer.edition.Edition.Issue;
import newsletter.mailer.edition.Edition.Submission;
import newsletter.mailer.edition.Refused.Reason;
import newsletter.outbox.Outbox;

/**
 * Lets an approved edition go: its state, the deliveries that are planned and the event
 * that publishes it are one transaction.
 */
@Service
class Release {

    private final Editions editions;

    private final Newsletters newsletters;

    private final Deliveries deliveries;

    private final Outbox outbox;

    Release(Editions editions, Newsletters newsletters, Deliveries deliveries, Outbox outbox) {
        this.editions = editions;
        this.newsletters = newsletters;
        this.deliveries = deliveries;
        this.outbox = outbox;
    }

    @Transactional
    void start(UUID id, String seen, String by) {
        Edition edition = this.editions.findAndLock(id).orElseThrow(UnknownEdition::new);
        Newsletter newsletter = this.newsletters.find(edition.content().newsletterId())
            .orElseThrow(() -> new Refused(Reason.UNKNOWN_NEWSLETTER));
        Instant now = Newsroom.now();
        String slug = this.editions
            .freeSlug(Slug.of(YearMonth.from(now.atOffset(ZoneOffset.UTC)), edition.content().subject()));
        Change change = edition.start(seen, slug, newsletter.purposeVersion(), by, now);
        Submitted submitted = this.editions.submitted(id, edition.submitted().sha256());
        // Before the deliveries: with nobody to write to, the mailing ends as it begins.
        this.editions.apply(change);
        tell(published(change, newsletter, submitted));
        this.deliveries.start(new Mailing(id, newsletter.id(), edition.submitted().purposeVersion(), submitted.mail()));
    }

    /** In the transaction that recorded the last outcome. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(MailingFinished finished) {
        this.editions.findAndLock(finished.editionId())
            .flatMap((edition) -> edition.finish(finished.at()))
            .ifPresent(this.editions::apply);
    }

    private void tell(EditionPublished event) {
        this.outbox.append(event.topic(), event.key(), EventJson.write(event));
    }

    private static EditionPublished published(Change change, Newsletter newsletter, Submitted submitted) {
        Edition edition = change.edition();
        Submission submission = edition.submitted();
        Approval approval = Objects.requireNonNull(edition.approval());
        Issue issue = Objects.requireNonNull(edition.issue());
        return new EditionPublished(UUID.randomUUID(), edition.id(), issue.at(), newsletter.id(), issue.slug(),
                edition.content().subject(), newsletter.language(), submitted.html(), submitted.text(),
                submission.sha256(), submission.by(), approval.by(), approval.at());
    }

}
