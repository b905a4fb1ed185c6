package newsletter.subscription.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.events.ConsentEvent.RequestLapsed;
import newsletter.events.ConsentEvent.SubscriptionRequested;
import newsletter.events.Topics;
import newsletter.personaldata.AddressTags;
import newsletter.subscription.TableTest;
import newsletter.subscription.TestClock;
import newsletter.subscription.Together;
import newsletter.subscription.Told;
import newsletter.subscription.confirmation.Confirmations;
import newsletter.subscription.signup.Forms;

import static org.assertj.core.api.Assertions.assertThat;

@TableTest
class RetentionRulesTests {

    @Autowired
    private UnconfirmedRequests unconfirmed;

    @Autowired
    private SpentBudgets budgets;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private AddressTags tags;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private Told told;

    private UUID asks(String name, String... newsletters) {
        Forms.send(this.beans, Forms.address(name + "@retention.example.org"), newsletters);
        return this.jdbc.sql("SELECT id FROM subscriber WHERE tag = :tag")
            .param("tag", this.tags.tag(Forms.address(name + "@retention.example.org")))
            .query(UUID.class)
            .single();
    }

    private void lapse() {
        while (this.unconfirmed.apply(this.clock.instant()) > 0) {
            // Others leave requests behind as well.
        }
    }

    private int rows(String table, UUID subscriber) {
        return this.jdbc
            .sql("SELECT count(*) FROM " + table + " WHERE " + (table.equals("subscriber") ? "id" : "subscriber_id")
                    + " = :id")
            .param("id", subscriber)
            .query(Integer.class)
            .single();
    }

    private List<@Nullable String> contacts(UUID subscriber) {
        return this.jdbc.sql("SELECT payload FROM outbox WHERE topic = :topic AND key = :key ORDER BY id")
            .param("topic", Topics.SUBSCRIBER_CONTACTS)
            .param("key", subscriber.toString())
            .query((row, _) -> row.getString("payload"))
            .list();
    }

    @Test
    void c36WhatNobodyConfirmsIsGoneAfterSevenDaysAndTheAddressWithIt() {
        UUID ada = asks("ada", "mayor", "clean-air");
        this.clock.forward(Duration.ofDays(7).minusMinutes(5));
        lapse();
        assertThat(rows("subscription_request", ada)).isEqualTo(1);
        this.clock.forward(Duration.ofMinutes(5));
        assertThat(this.unconfirmed.due(this.clock.instant())).isPositive();
        assertThat(this.unconfirmed.oldest(this.clock.instant()))
            .hasValueSatisfying((since) -> assertThat(since).isBeforeOrEqualTo(this.clock.instant()));
        lapse();
        assertThat(rows("subscription_request", ada)).isZero();
        assertThat(rows("subscriber", ada)).isZero();
        assertThat(this.told.about(ada)).hasExactlyElementsOfTypes(SubscriptionRequested.class, RequestLapsed.class);
        assertThat(contacts(ada)).hasSize(2).last().isNull();
        assertThat(this.unconfirmed.due(this.clock.instant())).isZero();
        assertThat(this.unconfirmed.oldest(this.clock.instant())).isEmpty();
        assertThat(asks("ada", "mayor")).isNotEqualTo(ada);
    }

    @Test
    void c36WhoConfirmedStaysAndOnlyTheUnconfirmedRequestGoes() {
        UUID ada = asks("stays", "mayor");
        Confirmations.confirm(this.beans, this.told.about(ada, SubscriptionRequested.class).getFirst());
        asks("stays", "clean-air");
        this.clock.forward(Duration.ofDays(8));
        lapse();
        assertThat(rows("subscription_request", ada)).isEqualTo(1);
        assertThat(rows("consent", ada)).isEqualTo(1);
        assertThat(rows("subscriber", ada)).isEqualTo(1);
        assertThat(this.told.about(ada, RequestLapsed.class)).hasSize(1);
        assertThat(contacts(ada)).doesNotContainNull();
    }

    /** What is restricted is not deleted either, and does not count as overdue. */
    @Test
    void c26WhatIsRestrictedStaysUntilThatIsLifted() {
        UUID ada = asks("restricted", "mayor");
        this.jdbc.sql("INSERT INTO restriction (subscriber_id, case_id, since) VALUES (:ada, gen_random_uuid(), now())")
            .param("ada", ada)
            .update();
        this.clock.forward(Duration.ofDays(8));
        lapse();
        assertThat(this.unconfirmed.due(this.clock.instant())).isZero();
        assertThat(this.unconfirmed.oldest(this.clock.instant())).isEmpty();
        assertThat(rows("subscription_request", ada)).isEqualTo(1);
        this.jdbc.sql("DELETE FROM restriction WHERE subscriber_id = :ada").param("ada", ada).update();
        lapse();
        assertThat(rows("subscriber", ada)).isZero();
    }

    @Test
    void c36WhoAskedAgainSinceStaysUntilThatHasLapsedToo() {
        UUID ada = asks("again", "mayor");
        this.clock.forward(Duration.ofDays(6));
        asks("again", "clean-air");
        this.clock.forward(Duration.ofDays(1));
        lapse();
        assertThat(rows("subscription_request", ada)).isEqualTo(1);
        assertThat(rows("subscriber", ada)).isEqualTo(1);
        this.clock.forward(Duration.ofDays(6));
        lapse();
        assertThat(rows("subscriber", ada)).isZero();
    }

    @Test
    void whatWasDisownedGoesWithoutBeingToldToHaveLapsed() {
        UUID ada = asks("disowned", "mayor");
        Confirmations.disown(this.beans, this.told.about(ada, SubscriptionRequested.class).getFirst());
        this.clock.forward(Duration.ofDays(7));
        lapse();
        assertThat(rows("subscriber", ada)).isZero();
        assertThat(this.told.about(ada, RequestLapsed.class)).isEmpty();
        // The address is gone, and still left alone: only its tag is kept.
        Forms.send(this.beans, Forms.address("disowned@retention.example.org"), "mayor");
        assertThat(rows("subscriber", ada)).isZero();
        assertThat(this.told.about(ada, SubscriptionRequested.class)).hasSize(1);
    }

    @Test
    void twoReplicasAtOnceTellItOnce() throws Exception {
        UUID ada = asks("replicas", "mayor");
        this.clock.forward(Duration.ofDays(7));
        Instant now = this.clock.instant();
        Together.at(4, () -> this.unconfirmed.apply(now));
        lapse();
        assertThat(this.told.about(ada, RequestLapsed.class)).hasSize(1);
        assertThat(contacts(ada)).filteredOn((contact) -> contact == null).hasSize(1);
    }

    /** A form that arrives while its address is being forgotten is not lost. */
    @Test
    void whoSignsUpWhileTheyAreForgottenIsNotLost() throws Exception {
        for (int race = 0; race < 10; race++) {
            String name = "race" + race;
            asks(name, "mayor");
            this.clock.forward(Duration.ofDays(7));
            Instant now = this.clock.instant();
            Together.each(List.of(true, false, true, false), (forgets) -> {
                if (forgets) {
                    this.unconfirmed.apply(now);
                }
                else {
                    Forms.send(this.beans, Forms.address(name + "@retention.example.org"), "clean-air");
                }
                return true;
            });
            UUID id = asks(name, "clean-air");
            assertThat(rows("subscription_request", id)).isEqualTo(1);
        }
    }

    @Test
    void lettersAreRememberedForADayAndMutesAsLongAsTheyLast() {
        asks("budget", "mayor");
        UUID muted = asks("muted", "mayor");
        Confirmations.disown(this.beans, this.told.about(muted, SubscriptionRequested.class).getFirst());
        this.budgets.apply(this.clock.instant());
        assertThat(budget("budget") + budget("muted")).isEqualTo(2);
        this.clock.forward(Duration.ofHours(24));
        assertThat(this.budgets.due(this.clock.instant())).isGreaterThanOrEqualTo(2);
        assertThat(this.budgets.oldest(this.clock.instant())).isPresent();
        assertThat(this.budgets.apply(this.clock.instant())).isGreaterThanOrEqualTo(2);
        assertThat(this.budgets.due(this.clock.instant())).isZero();
        assertThat(budget("budget")).isZero();
        assertThat(budget("muted")).isEqualTo(1);
        this.clock.forward(Duration.ofDays(30));
        this.budgets.apply(this.clock.instant());
        assertThat(budget("muted")).isZero();
    }

    private int budget(String name) {
        return this.jdbc.sql("SELECT count(*) FROM letter_budget WHERE tag = :tag")
            .param("tag", this.tags.tag(Forms.address(name + "@retention.example.org")))
            .query(Integer.class)
            .single();
    }

}
