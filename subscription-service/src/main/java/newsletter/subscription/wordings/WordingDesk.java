package newsletter.subscription.wordings;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import newsletter.subscription.catalogue.Announcement;
import newsletter.subscription.desk.ForStaff;
import newsletter.subscription.review.Refused;
import newsletter.subscription.review.Refused.Reason;
import newsletter.subscription.review.Review;
import newsletter.subscription.review.Reviews;

/**
 * What staff do about a wording. Each is one transaction: the step, the text and, once an
 * officer has published it, the event.
 */
@Service
@ForStaff
@Transactional
class WordingDesk {

    private final Reviews reviews;

    private final Drafts drafts;

    private final Checks checks;

    private final Announcement announcement;

    WordingDesk(Reviews reviews, Drafts drafts, Checks checks, Announcement announcement) {
        this.reviews = reviews;
        this.drafts = drafts;
        this.checks = checks;
        this.announcement = announcement;
    }

    /** A draft, and how far it has come. */
    record Open(Review review, Draft draft) {
    }

    @Transactional(readOnly = true)
    Optional<Open> open(Series series) {
        return this.reviews.open(series.subject()).map((review) -> new Open(review, this.drafts.get(review.id())));
    }

    void begin(Series series, WordingForm form, String by) {
        Review review = this.reviews.begin(series.subject(), by);
        this.drafts.save(form.draft(review.id(), series));
    }

    void write(UUID reviewId, int seen, Series series, WordingForm form, String by) {
        this.reviews.write(reviewId, seen, by);
        this.drafts.save(form.draft(reviewId, series));
    }

    void submit(UUID reviewId, int seen, String by) {
        Draft draft = this.drafts.get(reviewId);
        if (!this.checks.findings(draft.series(), draft.text()).isEmpty()) {
            throw new Refused(Reason.FINDINGS);
        }
        this.reviews.submit(reviewId, seen, by);
    }

    /** By an officer who has seen exactly this version. */
    void publish(UUID reviewId, int seen, String by) {
        Draft draft = this.drafts.get(reviewId);
        this.reviews.publish(reviewId, seen, null, by);
        this.checks.publish(draft, by, this.reviews.now());
        this.announcement.tell();
    }

}
