package newsletter.subscription.review;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import newsletter.subscription.review.Refused.Reason;
import newsletter.subscription.review.Review.Act;
import newsletter.subscription.review.Review.State;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReviewTests {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static Review draft() {
        return Review.begin(UUID.randomUUID(), "newsletter:mayor", "editor", NOW).review();
    }

    private static Review inReview() {
        return draft().submit(1, "editor", NOW).review();
    }

    private static Review in(State state) {
        return switch (state) {
            case DRAFT -> draft();
            case IN_REVIEW -> inReview();
            case PUBLISHED -> inReview().publish(2, "first", "dpo", NOW).review();
            case DISCARDED -> draft().discard(1, "editor", NOW).review();
        };
    }

    private static void refused(Reason reason, Runnable step) {
        assertThatExceptionOfType(Refused.class).isThrownBy(step::run)
            .satisfies((refused) -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void whatOneWroteAnotherPublishes() {
        Review published = inReview().publish(2, "first", "dpo", NOW).review();
        assertThat(published.state()).isEqualTo(State.PUBLISHED);
        assertThat(published.version()).isEqualTo(3);
        assertThat(published.submission()).isEqualTo(new Act("editor", NOW));
        assertThat(published.decision()).isEqualTo(new Act("dpo", NOW));
        assertThat(published.authors()).containsExactly("editor");
    }

    @Test
    void c13NobodyPublishesWhatTheyWroteAPartOf() {
        Review helped = draft().write(1, "dpo", NOW).review().submit(2, "editor", NOW).review();
        refused(Reason.OWN_WORK, () -> helped.publish(3, null, "dpo", NOW));
        refused(Reason.OWN_WORK, () -> helped.publish(3, null, "editor", NOW));
        assertThat(helped.publish(3, null, "another", NOW).review().state()).isEqualTo(State.PUBLISHED);
    }

    @Test
    void whoeverSubmitsIsAnAuthor() {
        Review submitted = draft().submit(1, "both", NOW).review();
        refused(Reason.OWN_WORK, () -> submitted.publish(2, null, "both", NOW));
    }

    @Test
    void anAuthorStaysOneThroughAllRounds() {
        Review again = inReview().sendBack(2, "The date", "dpo", NOW).review().submit(3, "second", NOW).review();
        assertThat(again.authors()).containsExactly("editor", "second");
        refused(Reason.OWN_WORK, () -> again.publish(4, null, "editor", NOW));
    }

    @Test
    void nobodyActsOnWhatTheyHaveNotSeen() {
        refused(Reason.CHANGED_MEANWHILE, () -> draft().write(0, "editor", NOW));
        refused(Reason.CHANGED_MEANWHILE, () -> draft().submit(0, "editor", NOW));
        refused(Reason.CHANGED_MEANWHILE, () -> draft().discard(2, "editor", NOW));
        refused(Reason.CHANGED_MEANWHILE, () -> inReview().publish(1, null, "dpo", NOW));
        refused(Reason.CHANGED_MEANWHILE, () -> inReview().sendBack(1, "No", "dpo", NOW));
        refused(Reason.CHANGED_MEANWHILE, () -> inReview().withdraw(1, "editor", NOW));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "DRAFT")
    void onlyADraftIsWrittenSubmittedOrDiscarded(State state) {
        Review review = in(state);
        refused(Reason.NOT_NOW, () -> review.write(review.version(), "editor", NOW));
        refused(Reason.NOT_NOW, () -> review.submit(review.version(), "editor", NOW));
        refused(Reason.NOT_NOW, () -> review.discard(review.version(), "editor", NOW));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "IN_REVIEW")
    void onlyWhatIsInReviewIsDecidedOrTakenBack(State state) {
        Review review = in(state);
        refused(Reason.NOT_NOW, () -> review.publish(review.version(), null, "dpo", NOW));
        refused(Reason.NOT_NOW, () -> review.sendBack(review.version(), "No", "dpo", NOW));
        refused(Reason.NOT_NOW, () -> review.withdraw(review.version(), "editor", NOW));
    }

    @Test
    void whatIsSentBackIsSentBackWithAReason() {
        refused(Reason.NO_COMMENT, () -> inReview().sendBack(2, " ", "dpo", NOW));
        Review.Change back = inReview().sendBack(2, " The date is wrong ", "dpo", NOW);
        assertThat(back.review().state()).isEqualTo(State.DRAFT);
        assertThat(back.review().submission()).isNull();
        assertThat(back.entry()).isEqualTo(new Entry(Step.SENT_BACK, "dpo", NOW, "The date is wrong"));
    }

    @Test
    void theButtonsAreThoseThatWouldWork() {
        assertThat(May.of(null, "editor", true, false)).isEqualTo(new May(true, false, false, false, false));
        assertThat(May.of(draft(), "editor", true, false)).isEqualTo(new May(false, true, false, false, false));
        assertThat(May.of(inReview(), "editor", true, true)).isEqualTo(new May(false, false, true, true, false));
        assertThat(May.of(inReview(), "dpo", false, true)).isEqualTo(new May(false, false, false, true, true));
        assertThat(May.of(inReview(), "approver", false, false)).isEqualTo(new May(false, false, false, false, false));
        assertThat(May.of(in(State.PUBLISHED), "dpo", true, true))
            .isEqualTo(new May(false, false, false, false, false));
    }

}
