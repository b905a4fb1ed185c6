package newsletter.subscription.preferences;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.ConsentWithdrawn;
import newsletter.events.ConsentEvent.SubscriptionRequested;
import newsletter.events.ConsentEvent.WithdrawnBy;
import newsletter.subscription.TableTest;
import newsletter.subscription.TestClock;
import newsletter.subscription.Together;
import newsletter.subscription.Told;
import newsletter.subscription.catalogue.Catalogue;
import newsletter.subscription.confirmation.Confirmations;
import newsletter.subscription.consent.Consents;
import newsletter.subscription.consent.LiveConsent;
import newsletter.subscription.contact.Subscribers;
import newsletter.subscription.signup.Forms;

import static org.assertj.core.api.Assertions.assertThat;

@TableTest
class PreferencesTests {

    @Autowired
    private Preferences preferences;

    @Autowired
    private Overviews overviews;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private Consents consents;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    @Autowired
    private Told told;

    private UUID agrees(String name, String... newsletters) {
        return Confirmations.agree(this.beans, name + "@preferences.example.org", newsletters);
    }

    private List<ConsentWithdrawn> withdrawn(UUID subscriber) {
        return this.told.about(subscriber, ConsentWithdrawn.class);
    }

    private List<String> takes(UUID subscriber) {
        return this.consents.of(subscriber).live().stream().map(LiveConsent::newsletterId).toList();
    }

    @Test
    void c17StoppingEndsOneNewsletterAndSaysHow() {
        UUID ada = agrees("ada", "mayor", "clean-air");
        this.preferences.stop(ada, "mayor");
        this.preferences.stop(ada, "mayor");
        this.preferences.stop(ada, "libraries");
        assertThat(takes(ada)).containsExactly("clean-air");
        assertThat(withdrawn(ada)).singleElement().satisfies((withdrawn) -> {
            assertThat(withdrawn.newsletterId()).isEqualTo("mayor");
            assertThat(withdrawn.by()).isEqualTo(WithdrawnBy.PREFERENCES);
        });
        assertThat(this.jdbc.sql("SELECT ended_by FROM consent WHERE id = :id")
            .param("id", withdrawn(ada).getFirst().consentId())
            .query(String.class)
            .single()).isEqualTo("PREFERENCES");
    }

    @Test
    void c17EverythingStopsInOneGo() {
        UUID ada = agrees("everything", "mayor", "clean-air", "libraries");
        this.preferences.stopEverything(ada);
        assertThat(takes(ada)).isEmpty();
        assertThat(withdrawn(ada)).hasSize(3)
            .extracting(ConsentWithdrawn::occurredAt)
            .containsOnly(withdrawn(ada).getFirst().occurredAt());
    }

    @Test
    void twentyPressesAtOnceEndEachNewsletterOnce() throws Exception {
        UUID one = agrees("hurry-one", "mayor", "clean-air");
        Together.at(20, () -> {
            this.preferences.stop(one, "mayor");
            return one;
        });
        assertThat(withdrawn(one)).hasSize(1);
        UUID all = agrees("hurry-all", "mayor", "clean-air");
        Together.at(20, () -> {
            this.preferences.stopEverything(all);
            return all;
        });
        assertThat(withdrawn(all)).hasSize(2);
    }

    /** C-07, C-08, A-09: whoever holds the link is perhaps not the mailbox's owner. */
    @Test
    void a09AskingIsNoConsentUntilTheMailboxConfirms() {
        UUID ada = agrees("asks", "mayor");
        this.preferences.ask(ada, Forms.asked(this.catalogue, "clean-air"));
        assertThat(takes(ada)).containsExactly("mayor");
        assertThat(this.told.about(ada, ConsentGiven.class)).hasSize(1);
        assertThat(this.told.about(ada, SubscriptionRequested.class)).last()
            .satisfies(
                    (asked) -> assertThat(asked.newsletters()).extracting("newsletterId").containsExactly("clean-air"));
        assertThat(overview(ada).waiting()).containsExactly("clean-air");
        Confirmations.confirm(this.beans, "asks@preferences.example.org");
        assertThat(takes(ada)).containsExactly("clean-air", "mayor");
        assertThat(overview(ada).waiting()).isEmpty();
    }

    @Test
    void a01TwentyPressesAtOnceMakeOneLetterAndThereAreThreeADay() throws Exception {
        UUID ada = agrees("double", "mayor");
        var asked = Forms.asked(this.catalogue, "clean-air", "libraries");
        Together.at(20, () -> {
            this.preferences.ask(ada, asked);
            return ada;
        });
        assertThat(this.told.about(ada, SubscriptionRequested.class)).hasSize(2);
        for (int i = 0; i < 5; i++) {
            this.clock.forward(Duration.ofMinutes(10));
            this.preferences.ask(ada, asked);
        }
        assertThat(this.told.about(ada, SubscriptionRequested.class)).hasSize(3);
    }

    @Test
    void i02WhatIsRolledBackIsNeitherEndedNorTold() {
        UUID ada = agrees("rollback", "mayor", "clean-air");
        this.transaction.executeWithoutResult((status) -> {
            this.preferences.stopEverything(ada);
            status.setRollbackOnly();
        });
        assertThat(takes(ada)).hasSize(2);
        assertThat(withdrawn(ada)).isEmpty();
    }

    @Test
    void forNobodyNothingHappens() {
        var nobody = UUID.randomUUID();
        this.preferences.stop(nobody, "mayor");
        this.preferences.stopEverything(nobody);
        this.preferences.ask(nobody, Forms.asked(this.catalogue, "mayor"));
        assertThat(this.told.about(nobody)).isEmpty();
        assertThat(this.overviews.of(nobody, "en", this.clock.instant())).isEmpty();
    }

    private Overview overview(UUID subscriber) {
        return this.overviews.of(subscriber, "en", this.clock.instant()).orElseThrow();
    }

    @Test
    void c29WhatIsNoLongerWhatWasAgreedToIsOfferedAgain() {
        UUID ada = agrees("purpose", "libraries", "mayor");
        assertThat(overview(ada).offered().orElseThrow().offer("libraries")).isEmpty();
        this.transaction.executeWithoutResult((status) -> {
            this.jdbc.sql("UPDATE newsletter SET purpose_version = purpose_version + 1 WHERE id = 'libraries'")
                .update();
            assertThat(overview(ada).takes("libraries")).isFalse();
            assertThat(overview(ada).takes("mayor")).isTrue();
            assertThat(overview(ada).offered().orElseThrow().offer("libraries")).isPresent();
            status.setRollbackOnly();
        });
    }

    @Test
    void i06WhoLooksLocksNobodyAndWaitsForNobody() {
        UUID ada = agrees("looks", "mayor");
        this.transaction.executeWithoutResult((_) -> {
            assertThat(this.subscribers.lock(ada)).isTrue();
            assertThat(CompletableFuture.supplyAsync(() -> overview(ada).takes("mayor")))
                .succeedsWithin(Duration.ofSeconds(20))
                .isEqualTo(true);
        });
    }

}
