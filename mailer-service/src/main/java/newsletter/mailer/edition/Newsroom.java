package newsletter.mailer.edition;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import newsletter.mailer.audience.Newsletter;
import newsletter.mailer.audience.Newsletters;
import newsletter.mailer.edition.Edition.Change;
import newsletter.mailer.edition.Edition.Content;
import newsletter.mailer.edition.Edition.Submission;
import newsletter.mailer.edition.Refused.Reason;
import newsletter.mailer.rendering.MailRenderer;
import newsletter.mailer.rendering.Rendering;

/** What staff do with an edition until it is released. */
@Service
@Transactional
class Newsroom {

    private final Editions editions;

    private final Newsletters newsletters;

    private final MailRenderer renderer;

    Newsroom(Editions editions, Newsletters newsletters, MailRenderer renderer) {
        this.editions = editions;
        this.newsletters = newsletters;
        this.renderer = renderer;
    }

    UUID begin(Content content, String by) {
        Change begun = Edition.begin(UUID.randomUUID(), content, by, now());
        this.editions.add(begun);
        return begun.edition().id();
    }

    void write(UUID id, Content content, int seen, String by) {
        lock(id).write(content, seen, by, now()).ifPresent(this.editions::apply);
    }

    /** Renders it, and puts exactly that up for approval. */
    void submit(UUID id, int seen, String by) {
        Edition edition = lock(id);
        Newsletter newsletter = newsletter(edition.content());
        Rendering rendering = render(edition.content());
        if (!rendering.isSendable()) {
            throw new Refused(Reason.NOT_SENDABLE);
        }
        this.editions.add(id, new Submitted(rendering.mail(), rendering.html(), rendering.text()));
        this.editions.apply(edition.submit(rendering.mail().sha256(), newsletter.purposeVersion(), seen, by, now()));
    }

    void withdraw(UUID id, String by) {
        this.editions.apply(lock(id).withdraw(by, now()));
    }

    void sendBack(UUID id, String comment, String by) {
        this.editions.apply(lock(id).sendBack(comment, by, now()));
    }

    void approve(UUID id, String seen, String by) {
        this.editions.apply(lock(id).approve(seen, by, now()));
    }

    @Transactional(readOnly = true)
    Edition find(UUID id) {
        return this.editions.find(id).orElseThrow(UnknownEdition::new);
    }

    @Transactional(readOnly = true)
    List<Editions.Summary> latest() {
        return this.editions.latest();
    }

    @Transactional(readOnly = true)
    List<Edition.Entry> history(UUID id) {
        return this.editions.history(id);
    }

    /** What residents would get: what was submitted, byte for byte, or else the draft. */
    @Transactional(readOnly = true)
    Rendering rendering(Edition edition) {
        Rendering draft = render(edition.content());
        Submission submission = edition.submission();
        if (submission == null) {
            return draft;
        }
        Submitted submitted = this.editions.submitted(edition.id(), submission.sha256());
        return new Rendering(submitted.mail(), submitted.html(), submitted.text(), draft.findings());
    }

    @Transactional(readOnly = true)
    Rendering render(Content content) {
        return this.renderer.render(newsletter(content), content.subject(), content.markdown());
    }

    @Transactional(readOnly = true)
    String newsletterName(Edition edition) {
        String id = edition.content().newsletterId();
        return this.newsletters.find(id).map(Newsletter::name).orElse(id);
    }

    private Newsletter newsletter(Content content) {
        return this.newsletters.find(content.newsletterId()).orElseThrow(() -> new Refused(Reason.UNKNOWN_NEWSLETTER));
    }

    private Edition lock(UUID id) {
        return this.editions.findAndLock(id).orElseThrow(UnknownEdition::new);
    }

    /** As fine as events tell it. */
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

}
