package newsletter.subscription.erasure;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import newsletter.events.ConsentEvent.ConsentWithdrawn;
import newsletter.events.ConsentEvent.SubscriberErased;
import newsletter.events.ConsentEvent.WithdrawnBy;
import newsletter.personaldata.EmailAddress;
import newsletter.subscription.TableTest;
import newsletter.subscription.TestClock;
import newsletter.subscription.Told;
import newsletter.subscription.confirmation.Confirmations;
import newsletter.subscription.contact.Subscribers;
import newsletter.subscription.erasure.Erasure.By;
import newsletter.subscription.suppression.SuppressionReason;
import newsletter.subscription.suppression.Suppressions;

import static org.assertj.core.api.Assertions.assertThat;

/** A-22, C-25: somebody puts back rows of last week. */
@TableTest
class RestoreDrillTests {

    @Autowired
    private Erasure erasure;

    @Autowired
    private Revivals revivals;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private Suppressions suppressions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    @Autowired
    private Told told;

    private UUID agrees(String name) {
        return Confirmations.agree(this.beans, name + "@restore.example.org", "mayor", "clean-air");
    }

    private Map<String, Object> row(UUID subscriber) {
        return this.jdbc.sql("SELECT tag, address, salt, language FROM subscriber WHERE id = :id")
            .param("id", subscriber)
            .query()
            .singleRow();
    }

    private void restoreContact(UUID subscriber, Map<String, Object> row) {
        this.jdbc.sql("""
                UPDATE subscriber SET tag = :tag, address = :address, salt = :salt, language = :language,
                    erased_at = NULL
                WHERE id = :id
                """).params(row).param("id", subscriber).update();
    }

    private void restoreConsents(UUID subscriber) {
        this.jdbc.sql("UPDATE consent SET ended_at = NULL, ended_by = NULL WHERE subscriber_id = :id")
            .param("id", subscriber)
            .update();
    }

    private void filterAgain() {
        UUID after = new UUID(0, 0);
        UUID last = this.revivals.filterAgain(after);
        while (!last.equals(after)) {
            after = last;
            last = this.revivals.filterAgain(after);
        }
    }

    private List<String> takes(UUID subscriber) {
        return this.jdbc.sql("SELECT newsletter_id FROM consent WHERE subscriber_id = :id AND ended_at IS NULL")
            .param("id", subscriber)
            .query(String.class)
            .list();
    }

    @Test
    void a22AnErasedContactThatIsRestoredIsErasedAgainWithoutALetter() {
        UUID ada = agrees("contact");
        Map<String, Object> lastWeek = row(ada);
        this.erasure.erase(ada, By.RESIDENT, false);
        restoreContact(ada, lastWeek);
        assertThat(this.revivals.countErased()).isPositive();
        while (this.revivals.eraseAgain() > 0) {
            assertThat(this.subscribers.isErased(ada)).isTrue();
        }
        assertThat(this.revivals.countErased()).isZero();
        assertThat(this.told.about(ada, SubscriberErased.class)).last().satisfies((erased) -> {
            assertThat(erased.by()).isEqualTo("retention");
            assertThat(erased.farewellContactId()).isNull();
        });
    }

    /** Even if the consents are those of last week too: the suppression knows. */
    @Test
    void a22WhoWasErasedAndSuppressedIsErasedAgainWhateverIsRestored() {
        UUID ada = agrees("all");
        Map<String, Object> lastWeek = row(ada);
        this.erasure.erase(ada, By.RESIDENT, true);
        restoreContact(ada, lastWeek);
        restoreConsents(ada);
        filterAgain();
        assertThat(this.subscribers.isErased(ada)).isTrue();
        assertThat(takes(ada)).isEmpty();
    }

    @Test
    void a22AnObjectionThatIsOlderThanTheBackupEndsWhatTheBackupRevives() {
        UUID ada = agrees("objection");
        EmailAddress address = EmailAddress.parse("objection@restore.example.org").orElseThrow();
        this.transaction.executeWithoutResult(
                (_) -> this.suppressions.add(address, ada, SuppressionReason.OBJECTION, this.clock.instant()));
        filterAgain();
        assertThat(takes(ada)).isEmpty();
        assertThat(this.subscribers.isErased(ada)).isFalse();
        assertThat(this.told.about(ada, ConsentWithdrawn.class)).hasSize(2)
            .allSatisfy((withdrawn) -> assertThat(withdrawn.by()).isEqualTo(WithdrawnBy.OBJECTION));
        int before = this.told.about(ada).size();
        filterAgain();
        assertThat(this.told.about(ada)).hasSize(before);
    }

    @Test
    void whoIsNotSuppressedIsLeftAlone() {
        UUID ada = agrees("untouched");
        int before = this.told.about(ada).size();
        filterAgain();
        this.revivals.eraseAgain();
        assertThat(takes(ada)).containsExactlyInAnyOrder("mayor", "clean-air");
        assertThat(this.told.about(ada)).hasSize(before);
    }

}
