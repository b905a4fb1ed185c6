package newsletter.subscription.catalogue;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import newsletter.events.NewsletterPublished;
import newsletter.events.NewsletterPublished.WordingKind;
import newsletter.events.Topics;
import newsletter.outbox.Outbox;
import newsletter.subscription.TableTest;
import newsletter.subscription.TestClock;
import newsletter.subscription.Together;
import newsletter.subscription.Told;

import static org.assertj.core.api.Assertions.assertThat;

@TableTest
class AnnouncementTests {

    private static final Instant PAST = Instant.parse("2026-01-02T00:00:00Z");

    private static final Instant FUTURE = Instant.parse("2999-01-02T00:00:00Z");

    @Autowired
    private Publications publications;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Told told;

    private List<NewsletterPublished> announce(String newsletter) {
        this.transaction.executeWithoutResult((_) -> new Announcement(this.publications, this.outbox, this.clock)
            .run(new DefaultApplicationArguments()));
        return this.told.on(Topics.NEWSLETTERS, newsletter, NewsletterPublished.class);
    }

    @Test
    void aNewsletterIsToldOnceHoweverOftenTheServiceStarts() {
        Wordings.publish(this.jdbc, "told-once");
        assertThat(announce("told-once")).hasSize(1);
        assertThat(announce("told-once")).singleElement().satisfies((told) -> {
            assertThat(told.name()).isEqualTo("told-once");
            assertThat(told.purposeVersion()).isEqualTo(1);
            assertThat(told.lawfulBasis()).isEqualTo("uk-gdpr:6(1)(a)");
            assertThat(told.validity()).isEqualTo("P24M");
        });
    }

    @Test
    void replicasThatStartTogetherTellOnce() throws Exception {
        Wordings.publish(this.jdbc, "replicas");
        Together.at(4, () -> announce("replicas"));
        assertThat(announce("replicas")).hasSize(1);
    }

    @Test
    void eachChangeIsToldWithEveryWordingThatEverWasOrIsPlanned() {
        Wordings.publish(this.jdbc, "changes");
        String first = Wordings.add(this.jdbc, WordingKind.CONSENT_STATEMENT, "changes", "1.0.0", PAST, "Changes 1");
        announce("changes");
        String planned = Wordings.add(this.jdbc, WordingKind.CONSENT_STATEMENT, "changes", "2.0.0", FUTURE,
                "Changes 2");
        List<NewsletterPublished> told = announce("changes");
        assertThat(told).hasSize(2);
        assertThat(told.getLast().wordings()).extracting(NewsletterPublished.Wording::sha256).contains(first, planned);
        assertThat(told.getLast().wordings()).extracting(NewsletterPublished.Wording::kind)
            .contains(WordingKind.PRIVACY_NOTICE, WordingKind.CONFIRMATION_MAIL);
        this.jdbc.sql("UPDATE newsletter SET purpose_version = 2 WHERE id = 'changes'").update();
        assertThat(announce("changes")).hasSize(3).last().extracting(NewsletterPublished::purposeVersion).isEqualTo(2);
    }

    @Test
    void whatItIsCalledInOtherLanguagesIsToldToo() {
        Wordings.publish(this.jdbc, "translated");
        assertThat(announce("translated").getLast().texts()).isNull();
        Wordings.translate(this.jdbc, "translated", "pl", "Przetłumaczony");
        Wordings.translate(this.jdbc, "translated", "en", "Not its own name");
        assertThat(announce("translated")).hasSize(2).last().satisfies((told) -> {
            assertThat(told.name()).isEqualTo("translated");
            assertThat(told.translations())
                .containsExactly(new NewsletterPublished.Text("pl", "Przetłumaczony", "Cel", "Nigdy"));
        });
    }

    @Test
    void theStatementsOfOthersAreTheirsToTell() {
        Wordings.publish(this.jdbc, "alone");
        Wordings.add(this.jdbc, WordingKind.CONSENT_STATEMENT, "alone", "1.0.0", PAST, "Alone");
        assertThat(announce("alone").getLast().wordings())
            .filteredOn((wording) -> wording.kind() == WordingKind.CONSENT_STATEMENT)
            .extracting(NewsletterPublished.Wording::text)
            .containsExactly("Alone");
    }

}
