package newsletter.mailer.edition;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.mailer.TableTest;
import newsletter.mailer.edition.Edition.Change;
import newsletter.mailer.edition.Edition.Content;
import newsletter.mailer.edition.Edition.State;
import newsletter.mailer.edition.Edition.Step;
import newsletter.mailer.rendering.CompiledMail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@TableTest
class EditionsTests {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00.123Z");

    private static final Content CONTENT = new Content("mayor", "A bridge 🌉", "Dear residents\n\nnaïve");

    @Autowired
    private Editions editions;

    @Autowired
    private JdbcClient jdbc;

    private final UUID id = UUID.randomUUID();

    @Test
    void anEditionIsFoundAsItWasKept() {
        Change change = Edition.begin(this.id, CONTENT, "editor", NOW);
        this.editions.add(change);
        assertThat(this.editions.find(this.id)).contains(change.edition());
        change = change.edition().write(new Content("mayor", "B", "c"), 1, "second", NOW).orElseThrow();
        assertKept(change);
        CompiledMail mail = mail("a");
        this.editions.add(this.id, new Submitted(mail, "<p>a</p>", "a"));
        change = change.edition().submit(mail.sha256(), 3, 2, "editor", NOW);
        assertKept(change);
        change = change.edition().approve(mail.sha256(), "approver", NOW);
        assertKept(change);
        change = change.edition().start(mail.sha256(), "2026-11-b-" + this.id, 3, "approver", NOW);
        assertKept(change);
        change = change.edition().finish(NOW.plusSeconds(9)).orElseThrow();
        assertKept(change);
        assertThat(this.editions.history(this.id)).extracting((entry) -> entry.step())
            .containsExactly(Step.WRITTEN, Step.WRITTEN, Step.SUBMITTED, Step.APPROVED, Step.STARTED, Step.FINISHED);
        assertThat(this.editions.history(this.id).getLast()).isEqualTo(change.entry());
        assertThat(this.editions.latest().getFirst())
            .extracting(Editions.Summary::id, Editions.Summary::newsletter, Editions.Summary::subject,
                    Editions.Summary::state, Editions.Summary::changedBy)
            .containsExactly(this.id, "mayor", "B", State.SENT, "approver");
    }

    private void assertKept(Change change) {
        this.editions.apply(change);
        assertThat(this.editions.findAndLock(this.id)).contains(change.edition());
    }

    @Test
    void whatWasSubmittedIsKeptByteForByte() {
        this.editions.add(Edition.begin(this.id, CONTENT, "editor", NOW));
        CompiledMail mail = mail("a");
        this.editions.add(this.id, new Submitted(mail, "<p>a</p>", "a"));
        this.editions.add(this.id, new Submitted(mail, "<p>a</p>", "a"));
        this.editions.add(this.id, new Submitted(mail("b"), "<p>b</p>", "b"));
        Submitted kept = this.editions.submitted(this.id, mail.sha256());
        assertThat(kept.mail().bytes()).isEqualTo(mail.bytes());
        assertThat(kept.html()).isEqualTo("<p>a</p>");
    }

    @Test
    void aMailCannotBeKeptUnderAnotherHash() {
        this.editions.add(Edition.begin(this.id, CONTENT, "editor", NOW));
        this.editions.add(this.id, new Submitted(mail("a"), "", ""));
        assertThatExceptionOfType(DataIntegrityViolationException.class)
            .isThrownBy(() -> this.jdbc.sql("UPDATE submitted_mail SET mail = 'x' WHERE edition_id = :id")
                .param("id", this.id)
                .update());
    }

    @Test
    void theDatabaseTooLetsNobodyReleaseWhatTheyWrote() {
        Change change = submitted();
        assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.jdbc.sql("""
                UPDATE edition SET state = 'approved', approved_by = 'editor', approved_at = now()
                WHERE edition_id = :id
                """).param("id", change.edition().id()).update()).withMessageContaining("check constraint");
    }

    @Test
    void theDatabaseTooSendsNothingThatWasNotApproved() {
        Change change = submitted();
        assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.jdbc.sql("""
                UPDATE edition SET state = 'sending', slug = 'x', started_by = 'approver', started_at = now()
                WHERE edition_id = :id
                """).param("id", change.edition().id()).update()).withMessageContaining("check constraint");
    }

    @Test
    void twoEditionsHaveTwoPublicNames() {
        String slug = "2026-11-bridge-" + this.id;
        assertThat(this.editions.freeSlug(slug)).isEqualTo(slug);
        Change submitted = submitted();
        String sha256 = submitted.edition().submitted().sha256();
        this.editions.apply(submitted.edition().approve(sha256, "approver", NOW));
        this.editions.apply(this.editions.find(this.id).orElseThrow().start(sha256, slug, 1, "approver", NOW));
        assertThat(this.editions.freeSlug(slug)).isEqualTo(slug + "-2");
    }

    private Change submitted() {
        this.editions.add(Edition.begin(this.id, CONTENT, "editor", NOW));
        CompiledMail mail = mail("a");
        this.editions.add(this.id, new Submitted(mail, "", ""));
        Change change = this.editions.find(this.id).orElseThrow().submit(mail.sha256(), 1, 1, "editor", NOW);
        this.editions.apply(change);
        return change;
    }

    private static CompiledMail mail(String text) {
        return CompiledMail.of("""
                To: ZqxSlotToZqx
                Message-ID: <ZqxSlotMessageIdZqx>
                Date: ZqxSlotDateZqx
                List-Unsubscribe: <ZqxSlotOneClickZqx>

                %s
                ZqxSlotUnsubscribeZqx
                ZqxSlotUnsubscribeZqx
                """.formatted(text).replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

}
