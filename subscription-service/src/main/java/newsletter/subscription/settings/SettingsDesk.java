package newsletter.subscription.settings;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import newsletter.subscription.catalogue.Announcement;
import newsletter.subscription.desk.ForStaff;
import newsletter.subscription.review.Refused;
import newsletter.subscription.review.Refused.Reason;
import newsletter.subscription.review.Review;
import newsletter.subscription.review.Reviews;
import newsletter.subscription.settings.Revision.Outcome;

/**
 * What staff do about a newsletter. Each is one transaction: the step, what it is about
 * and, once an officer has published it, the event.
 */
@Service
@ForStaff
@Transactional
class SettingsDesk {

    private final Reviews reviews;

    private final Revisions revisions;

    private final Newsletters newsletters;

    private final Announcement announcement;

    SettingsDesk(Reviews reviews, Revisions revisions, Newsletters newsletters, Announcement announcement) {
        this.reviews = reviews;
        this.revisions = revisions;
        this.newsletters = newsletters;
        this.announcement = announcement;
    }

    /** A proposal, and how far it has come. */
    record Open(Review review, Revision revision) {
    }

    @Transactional(readOnly = true)
    Optional<Open> open(String newsletterId) {
        return this.reviews.open(Revision.subject(newsletterId))
            .map((review) -> new Open(review, this.revisions.get(review.id())));
    }

    /** For a newsletter that is, or one that is not yet. */
    void begin(String newsletterId, Settings settings, @Nullable Boolean material, String reason, String by) {
        add(newsletterId, settings, false, material, reason, by);
    }

    void write(Open open, int seen, Settings settings, @Nullable Boolean material, String reason, String by) {
        this.reviews.write(open.review().id(), seen, by);
        this.revisions
            .save(new Revision(open.review().id(), open.revision().newsletterId(), settings, false, material, reason));
    }

    void submit(UUID reviewId, int seen, String by) {
        this.revisions.get(reviewId).check();
        this.reviews.submit(reviewId, seen, by);
    }

    /** Proposes that it be no more. */
    void close(String newsletterId, String reason, String by) {
        Present present = this.newsletters.find(newsletterId)
            .filter((newsletter) -> !newsletter.isClosed())
            .orElseThrow(() -> new Refused(Reason.NOT_NOW));
        Review review = add(newsletterId, present.settings(), true, null, reason, by);
        this.reviews.submit(review.id(), review.version(), by);
    }

    /** By an officer who has seen exactly this version. */
    void publish(UUID reviewId, int seen, @Nullable Boolean material, String by) {
        Revision revision = this.revisions.get(reviewId);
        Outcome outcome = revision.publish(this.newsletters.findAndLock(revision.newsletterId()).orElse(null), material,
                this.reviews.now());
        this.reviews.publish(reviewId, seen, outcome.decided(), by);
        this.newsletters.save(outcome.present());
        this.announcement.tell();
    }

    private Review add(String newsletterId, Settings settings, boolean closes, @Nullable Boolean material,
            String reason, String by) {
        Review review = this.reviews.begin(Revision.subject(newsletterId), by);
        this.revisions.save(new Revision(review.id(), newsletterId, settings, closes, material, reason));
        return review;
    }

}
