package newsletter.subscription.settings;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import newsletter.subscription.review.Refused;
import newsletter.subscription.review.Refused.Reason;
import newsletter.subscription.settings.Revision.Outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RevisionTests {

    private static final Instant THEN = Instant.parse("2026-01-05T09:00:00Z");

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static final Present PRESENT = new Present("parks", 3, SomeSettings.of("Parks"), THEN, null, null);

    private static Revision revision(String purpose, @Nullable Boolean material) {
        return new Revision(UUID.randomUUID(), "parks", SomeSettings.of(purpose), false, material, "");
    }

    private static void refused(Reason reason, Runnable step) {
        assertThatExceptionOfType(Refused.class).isThrownBy(step::run)
            .satisfies((refused) -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void whatIsNewBeginsWithItsFirstPurpose() {
        Outcome outcome = revision("Parks", null).publish(null, null, NOW);
        assertThat(outcome.decided()).isEqualTo("first");
        assertThat(outcome.present()).isEqualTo(new Present("parks", 1, SomeSettings.of("Parks"), NOW, null, null));
    }

    @Test
    void c29AMaterialChangeIsANewPurposeFromNowOn() {
        Present present = revision("Parks and playgrounds", true).publish(PRESENT, true, NOW).present();
        assertThat(present.purposeVersion()).isEqualTo(4);
        assertThat(present.purposeSince()).isEqualTo(NOW);
        assertThat(present.publishedAt()).isEqualTo(THEN);
    }

    @Test
    void c29ChangedWordsAreTheSamePurpose() {
        Present present = revision("The parks", false).publish(PRESENT, false, NOW).present();
        assertThat(present.purposeVersion()).isEqualTo(3);
        assertThat(present.purposeSince()).isNull();
        assertThat(present.settings().words().purpose()).isEqualTo("The parks");
    }

    @Test
    void c29TheOfficerDecidesWhateverTheAuthorSaid() {
        assertThat(revision("Other", false).publish(PRESENT, true, NOW).decided()).isEqualTo("material");
        assertThat(revision("Other", true).publish(PRESENT, false, NOW).decided()).isEqualTo("wording-only");
        refused(Reason.NOT_SAID_WHETHER_MATERIAL, () -> revision("Other", true).publish(PRESENT, null, NOW));
    }

    @Test
    void c14WhatIsAimedAtChildrenNeedsAnAssessment() {
        var without = new Revision(UUID.randomUUID(), "parks", SomeSettings.of("Play", true, " "), false, null, "");
        refused(Reason.NO_DPIA, without::check);
        refused(Reason.NO_DPIA, () -> without.publish(null, null, NOW));
        var with = new Revision(UUID.randomUUID(), "parks", SomeSettings.of("Play", true, "DPIA-7"), false, null, "");
        assertThat(with.publish(null, null, NOW).present().settings().dpia()).isEqualTo("DPIA-7");
    }

    @Test
    void whatIsClosedStaysAsItWas() {
        var closing = new Revision(UUID.randomUUID(), "parks", SomeSettings.of("Anything"), true, null, "Nobody reads");
        Present closed = closing.publish(PRESENT, null, NOW).present();
        assertThat(closed.closedAt()).isEqualTo(NOW);
        assertThat(closed.settings()).isEqualTo(PRESENT.settings());
        assertThat(closed.purposeVersion()).isEqualTo(3);
        refused(Reason.NOT_NOW, () -> revision("Back", false).publish(closed, false, NOW));
        refused(Reason.NOT_NOW, () -> closing.publish(closed, null, NOW));
    }

}
