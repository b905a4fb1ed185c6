package newsletter.mailer.edition;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import newsletter.mailer.edition.Edition.Approval;
import newsletter.mailer.edition.Edition.Change;
import newsletter.mailer.edition.Edition.Content;
import newsletter.mailer.edition.Edition.Entry;
import newsletter.mailer.edition.Edition.State;
import newsletter.mailer.edition.Edition.Step;
import newsletter.mailer.edition.Edition.Submission;
import newsletter.mailer.edition.Refused.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EditionTests {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private static final Instant LATER = NOW.plusSeconds(60);

    private static final Content CONTENT = new Content("mayor", "A bridge", "Dear residents");

    private static final Content OTHER = new Content("mayor", "A bridge", "Dear all");

    private final Edition draft = Edition.begin(UUID.randomUUID(), CONTENT, "editor", NOW).edition();

    private final Edition inReview = this.draft.submit("5ha", 3, 1, "editor", NOW).edition();

    private final Edition approved = this.inReview.approve("5ha", "approver", NOW).edition();

    private final Edition sending = this.approved.start("5ha", "2026-11-a-bridge", 3, "approver", NOW).edition();

    private final Edition sent = this.sending.finish(LATER).orElseThrow().edition();

    @Test
    void itBeginsAsADraftOfItsAuthor() {
        assertThat(this.draft.state()).isEqualTo(State.DRAFT);
        assertThat(this.draft.authors()).containsExactly("editor");
    }

    @Test
    void everybodyWhoWritesAPartIsAnAuthorForEver() {
        Edition edition = this.draft.write(OTHER, 1, "second", LATER).orElseThrow().edition();
        assertThat(edition.authors()).containsExactly("editor", "second");
        assertThat(edition.content()).isEqualTo(OTHER);
        Edition back = edition.write(CONTENT, 2, "editor", LATER).orElseThrow().edition();
        assertThat(back.authors()).containsExactly("editor", "second");
        Edition resubmitted = back.submit("5ha", 3, 3, "third", LATER).edition();
        assertThat(resubmitted.authors()).containsExactly("editor", "second", "third");
        Edition withdrawn = resubmitted.withdraw("editor", LATER).edition();
        assertThat(withdrawn.authors()).containsExactly("editor", "second", "third");
    }

    @Test
    void whoChangesNothingIsNoAuthor() {
        assertThat(this.draft.write(CONTENT, 1, "second", LATER)).isEmpty();
    }

    @Test
    void whoHasNotSeenTheLastVersionCannotOverwriteIt() {
        Edition changed = this.draft.write(OTHER, 1, "second", LATER).orElseThrow().edition();
        refused(Reason.CHANGED_MEANWHILE, () -> changed.write(CONTENT, 1, "editor", LATER));
        refused(Reason.CHANGED_MEANWHILE, () -> changed.submit("5ha", 3, 1, "editor", LATER));
        refused(Reason.CHANGED_MEANWHILE, () -> this.inReview.write(OTHER, 1, "editor", LATER));
    }

    @Test
    void writingTakesItBackToDraftAndTheApprovalWithIt() {
        for (Edition edition : List.of(this.inReview, this.approved)) {
            Change change = edition.write(OTHER, edition.version(), "second", LATER).orElseThrow();
            assertThat(change.edition().state()).isEqualTo(State.DRAFT);
            assertThat(change.edition().submission()).isNull();
            assertThat(change.edition().approval()).isNull();
            assertThat(change.entry()).isEqualTo(new Entry(Step.WRITTEN, "second", LATER));
        }
    }

    @Test
    void itIsSubmittedAsTheHashOfItsBytes() {
        Change change = this.draft.submit("5ha", 3, 1, "second", LATER);
        assertThat(change.edition().state()).isEqualTo(State.IN_REVIEW);
        assertThat(change.edition().submission()).isEqualTo(new Submission("second", LATER, "5ha", 3));
        assertThat(change.edition().authors()).containsExactly("editor", "second");
        assertThat(change.entry()).isEqualTo(new Entry(Step.SUBMITTED, "second", LATER, null, "5ha"));
    }

    @Test
    void itIsWithdrawnBeforeItIsSent() {
        for (Edition edition : List.of(this.inReview, this.approved)) {
            Change change = edition.withdraw("editor", LATER);
            assertThat(change.edition().state()).isEqualTo(State.DRAFT);
            assertThat(change.edition().approval()).isNull();
            assertThat(change.entry().step()).isEqualTo(Step.WITHDRAWN);
        }
    }

    @Test
    void itIsSentBackWithAReason() {
        for (Edition edition : List.of(this.inReview, this.approved)) {
            Change change = edition.sendBack(" The date is wrong ", "approver", LATER);
            assertThat(change.edition().state()).isEqualTo(State.DRAFT);
            assertThat(change.edition().approval()).isNull();
            assertThat(change.entry())
                .isEqualTo(new Entry(Step.SENT_BACK, "approver", LATER, "The date is wrong", null));
            assertThat(change.edition().authors()).containsExactly("editor");
            refused(Reason.NO_COMMENT, () -> edition.sendBack(" ", "approver", LATER));
        }
    }

    @Test
    void anotherPersonApprovesIt() {
        assertThat(this.approved.state()).isEqualTo(State.APPROVED);
        assertThat(this.approved.approval()).isEqualTo(new Approval("approver", NOW));
        assertThat(this.inReview.approve("5ha", "approver", LATER).entry())
            .isEqualTo(new Entry(Step.APPROVED, "approver", LATER, null, "5ha"));
    }

    @Test
    void nobodyReleasesWhatTheyWrote() {
        Edition ofTwo = this.draft.write(OTHER, 1, "approver", NOW)
            .orElseThrow()
            .edition()
            .submit("5ha", 3, 2, "editor", NOW)
            .edition();
        refused(Reason.OWN_WORK, () -> ofTwo.approve("5ha", "approver", LATER));
        refused(Reason.OWN_WORK, () -> ofTwo.approve("5ha", "editor", LATER));
        Edition approved = ofTwo.approve("5ha", "third", LATER).edition();
        refused(Reason.OWN_WORK, () -> approved.start("5ha", "slug", 3, "editor", LATER));
        refused(Reason.OWN_WORK, () -> approved.start("5ha", "slug", 3, "approver", LATER));
        assertThat(approved.start("5ha", "slug", 3, "third", LATER).edition().state()).isEqualTo(State.SENDING);
    }

    @Test
    void onlyWhatWasLookedAtIsReleased() {
        refused(Reason.OTHER_CONTENT, () -> this.inReview.approve("0ther", "approver", LATER));
        refused(Reason.OTHER_CONTENT, () -> this.inReview.approve("", "approver", LATER));
        refused(Reason.OTHER_CONTENT, () -> this.approved.start("0ther", "slug", 3, "approver", LATER));
    }

    @Test
    void consentToOnePurposeIsNotUsedForAnother() {
        refused(Reason.PURPOSE_CHANGED, () -> this.approved.start("5ha", "slug", 4, "approver", LATER));
    }

    @Test
    void itIsSentOnceNothingIsWaiting() {
        assertThat(this.sent.state()).isEqualTo(State.SENT);
        assertThat(this.sent.issue()).isEqualTo(new Edition.Issue("2026-11-a-bridge", "approver", NOW, LATER));
        assertThat(this.sent.finish(LATER)).isEmpty();
        assertThat(this.approved.finish(LATER)).isEmpty();
    }

    @Test
    void everyChangeHasAVersionOfItsOwn() {
        assertThat(Stream.of(this.draft, this.inReview, this.approved, this.sending, this.sent))
            .extracting(Edition::version)
            .containsExactly(1, 2, 3, 4, 5);
    }

    static Stream<Function<EditionTests, ThrowingCallable>> notNow() {
        return Stream.of((t) -> () -> t.inReview.submit("5ha", 3, 2, "editor", LATER),
                (t) -> () -> t.approved.submit("5ha", 3, 3, "editor", LATER),
                (t) -> () -> t.sending.submit("5ha", 3, 4, "editor", LATER),
                (t) -> () -> t.sent.submit("5ha", 3, 5, "editor", LATER),
                (t) -> () -> t.sending.write(OTHER, 4, "editor", LATER),
                (t) -> () -> t.sent.write(OTHER, 5, "editor", LATER), (t) -> () -> t.draft.withdraw("editor", LATER),
                (t) -> () -> t.sending.withdraw("editor", LATER), (t) -> () -> t.sent.withdraw("editor", LATER),
                (t) -> () -> t.draft.sendBack("no", "approver", LATER),
                (t) -> () -> t.sending.sendBack("no", "approver", LATER),
                (t) -> () -> t.sent.sendBack("no", "approver", LATER),
                (t) -> () -> t.draft.approve("5ha", "approver", LATER),
                (t) -> () -> t.approved.approve("5ha", "approver", LATER),
                (t) -> () -> t.sending.approve("5ha", "approver", LATER),
                (t) -> () -> t.sent.approve("5ha", "approver", LATER),
                (t) -> () -> t.draft.start("5ha", "slug", 3, "approver", LATER),
                (t) -> () -> t.inReview.start("5ha", "slug", 3, "approver", LATER),
                (t) -> () -> t.sending.start("5ha", "slug", 3, "approver", LATER),
                (t) -> () -> t.sent.start("5ha", "slug", 3, "approver", LATER));
    }

    @ParameterizedTest
    @MethodSource
    void notNow(Function<EditionTests, ThrowingCallable> step) {
        refused(Reason.NOT_NOW, step.apply(this));
    }

    private static void refused(Reason reason, ThrowingCallable step) {
        assertThatExceptionOfType(Refused.class).isThrownBy(step).extracting(Refused::reason).isEqualTo(reason);
    }

}
