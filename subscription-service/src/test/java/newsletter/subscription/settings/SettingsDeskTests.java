package newsletter.subscription.settings;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.events.ConsentEvent.ConsentEnded;
import newsletter.events.ConsentEvent.EndedBecause;
import newsletter.events.NewsletterPublished;
import newsletter.events.Topics;
import newsletter.subscription.TableTest;
import newsletter.subscription.TestClock;
import newsletter.subscription.Told;
import newsletter.subscription.catalogue.Catalogue;
import newsletter.subscription.confirmation.Confirmations;
import newsletter.subscription.consent.Consents;
import newsletter.subscription.retention.Rules;
import newsletter.subscription.review.Refused;
import newsletter.subscription.review.Refused.Reason;
import newsletter.subscription.settings.SettingsDesk.Open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@TableTest
class SettingsDeskTests {

    @Autowired
    private SettingsDesk desk;

    @Autowired
    private Newsletters newsletters;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Consents consents;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private Told told;

    private Open submitted(String id, Settings settings, @Nullable Boolean material) {
        this.desk.begin(id, settings, material, "", "editor");
        Open open = this.desk.open(id).orElseThrow();
        this.desk.submit(open.review().id(), 1, "editor");
        return this.desk.open(id).orElseThrow();
    }

    private void publish(String id, String purpose, @Nullable Boolean material) {
        Open open = submitted(id, SomeSettings.of(purpose), material);
        this.desk.publish(open.review().id(), open.review().version(), material, "dpo");
    }

    /** So that it is on offer. */
    private void addStatement(String id, String text) {
        this.jdbc.sql("""
                INSERT INTO wording (sha256, kind, newsletter_id, version, language, text, effective_from, approved_by)
                SELECT encode(sha256(convert_to(:text, 'UTF8')), 'hex'), 'CONSENT_STATEMENT', :id,
                    (1 + count(*)) || '.0.0', 'en', :text, :now, 'dpo'
                FROM wording WHERE newsletter_id = :id
                """).param("text", text).param("id", id).param("now", Timestamp.from(this.clock.instant())).update();
    }

    private boolean isOnOffer(String id) {
        return this.catalogue.shown("en").orElseThrow().offer(id).isPresent();
    }

    private List<NewsletterPublished> events(String id) {
        return this.told.on(Topics.NEWSLETTERS, id, NewsletterPublished.class);
    }

    private void refused(Reason reason, Runnable step) {
        assertThatExceptionOfType(Refused.class).isThrownBy(step::run)
            .satisfies((refused) -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void c13ANewsletterIsPublishedByAnOfficerAndToldInOneTransaction() {
        Open open = submitted("desk-new", SomeSettings.of("Parks"), null);
        assertThat(this.newsletters.find("desk-new")).isEmpty();
        refused(Reason.OWN_WORK, () -> this.desk.publish(open.review().id(), 2, null, "editor"));
        assertThat(this.newsletters.find("desk-new")).isEmpty();
        assertThat(events("desk-new")).isEmpty();
        this.desk.publish(open.review().id(), 2, null, "dpo");
        assertThat(this.newsletters.find("desk-new")).map(Present::settings).contains(SomeSettings.of("Parks"));
        assertThat(events("desk-new")).singleElement().satisfies((event) -> {
            assertThat(event.purposeVersion()).isEqualTo(1);
            assertThat(event.purpose()).isEqualTo("Parks");
        });
    }

    @Test
    void whatWasNotSeenIsNotPublished() {
        Open open = submitted("desk-stale", SomeSettings.of("Parks"), null);
        refused(Reason.CHANGED_MEANWHILE, () -> this.desk.publish(open.review().id(), 1, null, "dpo"));
        refused(Reason.CHANGED_MEANWHILE, () -> this.desk.write(open, 1, SomeSettings.of("Late"), null, "", "second"));
        assertThat(this.desk.open("desk-stale").orElseThrow().revision().settings())
            .isEqualTo(SomeSettings.of("Parks"));
    }

    @Test
    void c29WhoAgreedToAnotherPurposeIsNotWrittenToForThisOneAndIsAskedWithNewWords() {
        publish("desk-material", "Parks", null);
        addStatement("desk-material", "I agree to desk-material");
        assertThat(isOnOffer("desk-material")).isTrue();
        UUID ada = Confirmations.agree(this.beans, "ada@desk.example.org", "desk-material");

        publish("desk-material", "The parks", false);
        assertThat(covers(ada, "desk-material")).isTrue();
        assertThat(isOnOffer("desk-material")).isTrue();

        publish("desk-material", "Parks and advertisements for them", true);
        assertThat(events("desk-material").getLast().purposeVersion()).isEqualTo(2);
        assertThat(covers(ada, "desk-material")).isFalse();
        assertThat(isOnOffer("desk-material")).isFalse();
        addStatement("desk-material", "I agree to advertisements");
        assertThat(isOnOffer("desk-material")).isTrue();
        // So soon after the first there is no second letter for the same box.
        this.clock.forward(Duration.ofMinutes(11));
        Confirmations.agree(this.beans, "ada@desk.example.org", "desk-material");
        assertThat(covers(ada, "desk-material")).isTrue();
    }

    private boolean covers(UUID person, String newsletter) {
        int purposeVersion = this.newsletters.find(newsletter).orElseThrow().purposeVersion();
        return this.consents.of(person).cover(newsletter, purposeVersion, this.clock.instant());
    }

    @Test
    void aClosedNewsletterIsNotOfferedAndItsConsentsAreEndedOnce() throws Exception {
        publish("desk-closed", "Parks", null);
        addStatement("desk-closed", "I agree to desk-closed");
        UUID ada = Confirmations.agree(this.beans, "ada-closed@desk.example.org", "desk-closed", "mayor");
        UUID ben = Confirmations.agree(this.beans, "ben-closed@desk.example.org", "desk-closed");
        this.desk.close("desk-closed", "Nobody reads it", "editor");
        Open open = this.desk.open("desk-closed").orElseThrow();
        refused(Reason.OWN_WORK, () -> this.desk.publish(open.review().id(), 2, null, "editor"));
        assertThat(isOnOffer("desk-closed")).isTrue();
        this.desk.publish(open.review().id(), 2, null, "dpo");
        assertThat(isOnOffer("desk-closed")).isFalse();
        assertThat(this.catalogue.everPublished("en")).extracting((newsletter) -> newsletter.id())
            .contains("desk-closed");

        Instant now = this.clock.instant();
        Rules.applyClosedNewsletters(this.beans, now);
        for (UUID person : List.of(ada, ben)) {
            assertThat(this.told.about(person, ConsentEnded.class)).singleElement().satisfies((ended) -> {
                assertThat(ended.newsletterId()).isEqualTo("desk-closed");
                assertThat(ended.because()).isEqualTo(EndedBecause.NEWSLETTER_CLOSED);
            });
        }
        assertThat(this.consents.of(ada).to("mayor")).isPresent();
        assertThat(this.consents.of(ada).to("desk-closed")).isEmpty();
        refused(Reason.NOT_NOW, () -> this.desk.close("desk-closed", "Again", "editor"));
    }

    private void refusedByTheDatabase(String sql) {
        assertThatExceptionOfType(DataIntegrityViolationException.class).as(sql)
            .isThrownBy(() -> this.jdbc.sql(sql).update());
    }

    @Test
    void whatIsInReviewOrDecidedIsNotChangedBehindTheOfficersBack() {
        submitted("desk-behind", SomeSettings.of("Parks"), null);
        refusedByTheDatabase("UPDATE newsletter_revision SET purpose = 'Other' WHERE newsletter_id = 'desk-behind'");
        refusedByTheDatabase("DELETE FROM newsletter_revision WHERE newsletter_id = 'desk-behind'");
        refusedByTheDatabase("""
                UPDATE newsletter_revision_text SET purpose = 'Other'
                WHERE review_id IN (SELECT review_id FROM newsletter_revision WHERE newsletter_id = 'desk-behind')
                """);
        refusedByTheDatabase("""
                INSERT INTO newsletter_revision_text (review_id, language, name, purpose, frequency)
                SELECT review_id, 'de', 'x', 'x', 'x' FROM newsletter_revision WHERE newsletter_id = 'desk-behind'
                """);
    }

    @Test
    void c13TheDatabaseTakesNothingThatIsNotComplete() {
        publish("desk-complete", "Parks", null);
        refusedByTheDatabase("UPDATE newsletter SET lawful_basis = 'uk-gdpr:6(1)(e)' WHERE id = 'desk-complete'");
        refusedByTheDatabase("UPDATE newsletter SET retention = '' WHERE id = 'desk-complete'");
        refusedByTheDatabase("UPDATE newsletter SET for_children = true WHERE id = 'desk-complete'");
        this.desk.begin("desk-complete", SomeSettings.of("Parks"), false, "", "editor");
        for (String change : List.of("purpose = ''", "lawful_basis = 'because'", "validity = 'P37M'",
                "direct_marketing = NULL", "closes = true")) {
            refusedByTheDatabase("UPDATE newsletter_revision SET " + change
                    + " WHERE newsletter_id = 'desk-complete' AND review_id IN (SELECT id FROM review WHERE state = 'draft')");
        }
    }

}
