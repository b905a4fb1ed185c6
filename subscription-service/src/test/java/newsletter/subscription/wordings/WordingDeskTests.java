package newsletter.subscription.wordings;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.events.NewsletterPublished;
import newsletter.events.NewsletterPublished.WordingKind;
import newsletter.events.Topics;
import newsletter.subscription.TableTest;
import newsletter.subscription.TestClock;
import newsletter.subscription.Told;
import newsletter.subscription.catalogue.Catalogue;
import newsletter.subscription.review.Refused;
import newsletter.subscription.review.Refused.Reason;
import newsletter.subscription.review.Reviews;
import newsletter.subscription.wordings.Versions.Version;
import newsletter.subscription.wordings.WordingDesk.Open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@TableTest
class WordingDeskTests {

    @Autowired
    private WordingDesk desk;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Versions versions;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private Told told;

    private Series newsletter(String id) {
        this.jdbc.sql("""
                INSERT INTO newsletter (id, name, purpose, sender, sender_address, frequency, direct_marketing,
                    language, position, published_at)
                VALUES (:id, :id, 'A test', 'A test', 'test@news.exford.example.org', 'Never', true, 'en', 100,
                    '2026-01-01T00:00:00Z')
                """).param("id", id).update();
        return new Series(WordingKind.CONSENT_STATEMENT, id, "en");
    }

    private static String statement(Series series, String more) {
        return "I agree that the City of Exford sends me “" + series.newsletterId() + "”. " + more
                + " I can withdraw this consent at any time.";
    }

    private Open submitted(Series series, String more, String rise, String beginsOn) {
        this.desk.begin(series, new WordingForm(statement(series, more), rise, beginsOn, "", null, null), "editor");
        Open open = this.desk.open(series).orElseThrow();
        this.desk.submit(open.review().id(), 1, "editor");
        return open;
    }

    private void publish(Series series, String more, String rise) {
        UUID review = submitted(series, more, rise, "").review().id();
        this.desk.publish(review, 2, "dpo");
    }

    private static void refused(Reason reason, Runnable step) {
        assertThatExceptionOfType(Refused.class).isThrownBy(step::run)
            .satisfies((refused) -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void c03PublishingMakesANewVersionThatIsInForceAndTold() {
        Series series = newsletter("words-new");
        publish(series, "First.", "patch");
        publish(series, "Second.", "minor");
        assertThat(this.versions.of(series)).extracting(Version::number).containsExactly("1.1.0", "1.0.0");
        assertThat(this.versions.of(series)).extracting(Version::approvedBy).containsOnly("dpo");
        assertThat(this.catalogue.shown("en").orElseThrow().offer("words-new").orElseThrow().statement().text())
            .isEqualTo(statement(series, "Second."));
        List<NewsletterPublished> events = this.told.on(Topics.NEWSLETTERS, "words-new", NewsletterPublished.class);
        assertThat(events.getLast().wordings()).extracting(NewsletterPublished.Wording::text)
            .contains(statement(series, "First."), statement(series, "Second."));
    }

    @Test
    void c03NobodyPublishesTheirOwnWords() {
        Series series = newsletter("words-own");
        UUID review = submitted(series, "", "major", "").review().id();
        refused(Reason.OWN_WORK, () -> this.desk.publish(review, 2, "editor"));
        assertThat(this.versions.of(series)).isEmpty();
    }

    @Test
    void c03WhatWasPublishedOnThesePagesIsNeverChangedEither() {
        Series series = newsletter("words-immutable");
        publish(series, "", "major");
        for (String attempt : List.of("UPDATE wording SET text = 'x' WHERE newsletter_id = 'words-immutable'",
                "UPDATE wording SET approved_by = 'x' WHERE newsletter_id = 'words-immutable'",
                "UPDATE wording SET review_id = NULL WHERE newsletter_id = 'words-immutable'",
                "DELETE FROM wording WHERE newsletter_id = 'words-immutable'",
                "UPDATE wording_draft SET text = 'x' WHERE newsletter_id = 'words-immutable'",
                "DELETE FROM wording_draft WHERE newsletter_id = 'words-immutable'")) {
            assertThatExceptionOfType(DataIntegrityViolationException.class).as(attempt)
                .isThrownBy(() -> this.jdbc.sql(attempt).update());
        }
    }

    @Test
    void c03TheDatabaseTakesOnlyWhatWasApproved() {
        Series series = newsletter("words-approved");
        UUID review = submitted(series, "", "major", "").review().id();
        String insert = """
                INSERT INTO wording (sha256, kind, newsletter_id, version, language, text, effective_from, approved_by,
                    review_id)
                SELECT encode(sha256(convert_to(text, 'UTF8')), 'hex'), kind, newsletter_id, '1.0.0', language, text,
                    now(), 'dpo', review_id
                FROM (SELECT kind, newsletter_id, language, review_id, text || :more AS text
                    FROM wording_draft WHERE review_id = :review) draft
                """;
        assertThatExceptionOfType(DataIntegrityViolationException.class)
            .isThrownBy(() -> this.jdbc.sql(insert).param("more", "").param("review", review).update())
            .withMessageContaining("Nobody has approved this");
        this.desk.publish(review, 2, "dpo");
        assertThatExceptionOfType(DataIntegrityViolationException.class)
            .isThrownBy(() -> this.jdbc.sql(insert).param("more", " And more.").param("review", review).update())
            .withMessageContaining("Nobody has approved this");
    }

    @Test
    void whatLacksSomethingIsNotSubmitted() {
        Series series = newsletter("words-lint");
        this.desk.begin(series, new WordingForm("I agree.", "major", "", "", null, null), "editor");
        UUID review = this.desk.open(series).orElseThrow().review().id();
        refused(Reason.FINDINGS, () -> this.desk.submit(review, 1, "editor"));
    }

    /**
     * It was all right when it was submitted; the newsletter is called otherwise since.
     */
    @Test
    void whatLacksSomethingByNowIsNotPublished() {
        Series series = newsletter("words-renamed");
        UUID review = submitted(series, "", "major", "").review().id();
        this.jdbc.sql("UPDATE newsletter SET name = 'Another name' WHERE id = 'words-renamed'").update();
        refused(Reason.FINDINGS, () -> this.desk.publish(review, 2, "dpo"));
        assertThat(this.desk.open(series)).map((open) -> open.review().version()).contains(2);
    }

    @Test
    void theSameTextIsNotPublishedTwice() {
        Series series = newsletter("words-same");
        publish(series, "", "major");
        UUID review = submitted(series, "", "patch", "").review().id();
        this.clock.forward(Duration.ofSeconds(1));
        refused(Reason.SAME_TEXT, () -> this.desk.publish(review, 2, "dpo"));
    }

    @Test
    void aVersionCanBeginOnADayToComeAndNoOtherBeginsBeforeIt() {
        Series series = newsletter("words-later");
        publish(series, "Now.", "major");
        LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneId.of("Europe/London"));
        UUID past = submitted(series, "Past.", "minor", today.toString()).review().id();
        refused(Reason.BEGINS_TOO_EARLY, () -> this.desk.publish(past, 2, "dpo"));
        this.desk.open(series).ifPresent((open) -> rewrite(open, "Later.", today.plusDays(3)));
        UUID later = this.desk.open(series).orElseThrow().review().id();
        this.desk.publish(later, 5, "dpo");
        assertThat(inForce("words-later")).contains("Now.");

        UUID before = submitted(series, "Before.", "minor", today.plusDays(1).toString()).review().id();
        refused(Reason.BEGINS_TOO_EARLY, () -> this.desk.publish(before, 2, "dpo"));
        this.clock.forward(Duration.ofDays(3));
        assertThat(inForce("words-later")).contains("Later.");
    }

    private void rewrite(Open open, String more, LocalDate begins) {
        UUID review = open.review().id();
        Series series = open.draft().series();
        this.reviews.withdraw(review, 2, "editor");
        this.desk.write(review, 3, series,
                new WordingForm(statement(series, more), "minor", begins.toString(), "", review, 3), "editor");
        this.desk.submit(review, 4, "editor");
    }

    private String inForce(String newsletter) {
        return this.catalogue.shown("en").orElseThrow().offer(newsletter).orElseThrow().statement().text();
    }

}
