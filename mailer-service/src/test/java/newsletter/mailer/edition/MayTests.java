package newsletter.mailer.edition;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import newsletter.mailer.edition.Edition.Content;

import static org.assertj.core.api.Assertions.assertThat;

class MayTests {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private final Edition draft = Edition.begin(UUID.randomUUID(), new Content("mayor", "A", "b"), "editor", NOW)
        .edition();

    private final Edition inReview = this.draft.submit("5ha", 1, 1, "editor", NOW).edition();

    private final Edition approved = this.inReview.approve("5ha", "approver", NOW).edition();

    private final Edition sending = this.approved.start("5ha", "slug", 1, "approver", NOW).edition();

    @Test
    void anEditorWritesAndSubmits() {
        assertThat(May.of(this.draft, "editor", true, false))
            .isEqualTo(new May(true, true, false, false, false, false, true));
        assertThat(May.of(this.inReview, "editor", true, false))
            .isEqualTo(new May(true, false, true, false, false, false, true));
        assertThat(May.of(this.approved, "editor", true, false))
            .isEqualTo(new May(true, false, true, false, false, false, true));
    }

    @Test
    void anApproverApprovesAndSends() {
        assertThat(May.of(this.draft, "approver", false, true))
            .isEqualTo(new May(false, false, false, false, false, false, true));
        assertThat(May.of(this.inReview, "approver", false, true))
            .isEqualTo(new May(false, false, false, true, true, false, true));
        assertThat(May.of(this.approved, "approver", false, true))
            .isEqualTo(new May(false, false, false, false, true, true, true));
    }

    @Test
    void anAuthorReleasesNothingWhateverTheirRoles() {
        assertThat(May.of(this.inReview, "editor", true, true).approve()).isFalse();
        assertThat(May.of(this.approved, "editor", true, true).send()).isFalse();
    }

    @Test
    void nothingIsDoneWithWhatIsGone() {
        assertThat(May.of(this.sending, "other", true, true))
            .isEqualTo(new May(false, false, false, false, false, false, false));
    }

    @Test
    void anAdministratorLooksOn() {
        assertThat(May.of(this.inReview, "admin", false, false))
            .isEqualTo(new May(false, false, false, false, false, false, false));
    }

}
