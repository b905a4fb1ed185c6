package newsletter.subscription.settings;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import newsletter.subscription.review.Refused;
import newsletter.subscription.review.Refused.Reason;

/**
 * What is proposed for a newsletter.
 *
 * @param closes whether it is to be no more
 * @param material whether it changes what people agreed to, as its author says (C-29);
 * absent if there is nobody who agreed to anything yet
 * @param reason in words, for the officer
 */
record Revision(UUID reviewId, String newsletterId, Settings settings, boolean closes, @Nullable Boolean material,
        String reason) {

    static final String SUBJECT = "newsletter:";

    static String subject(String newsletterId) {
        return SUBJECT + newsletterId;
    }

    /** What is known before an officer sees it. */
    void check() {
        if (!this.settings.isAssessed()) {
            throw new Refused(Reason.NO_DPIA);
        }
    }

    /**
     * What the newsletter is once it is published.
     * @param present what it is until then; absent if it is new
     * @param material what the officer decides, whatever the author said
     */
    Outcome publish(@Nullable Present present, @Nullable Boolean material, Instant now) {
        check();
        if (present == null) {
            return new Outcome(new Present(this.newsletterId, 1, this.settings, now, null, null), "first");
        }
        if (present.isClosed()) {
            throw new Refused(Reason.NOT_NOW);
        }
        if (this.closes) {
            return new Outcome(new Present(present.id(), present.purposeVersion(), present.settings(),
                    present.publishedAt(), present.purposeSince(), now), "closed");
        }
        if (material == null) {
            throw new Refused(Reason.NOT_SAID_WHETHER_MATERIAL);
        }
        Instant published = (present.publishedAt() != null) ? present.publishedAt() : now;
        return material
                ? new Outcome(
                        new Present(present.id(), present.purposeVersion() + 1, this.settings, published, now, null),
                        "material")
                : new Outcome(new Present(present.id(), present.purposeVersion(), this.settings, published,
                        present.purposeSince(), null), "wording-only");
    }

    /**
     * @param decided what kind of change it was, as messages call it
     */
    record Outcome(Present present, String decided) {
    }

}
