package newsletter.subscription.confirmation;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.ConsentWithdrawn;
import newsletter.events.ConsentEvent.SubscriptionRequested;
import newsletter.events.ConsentEvent.WithdrawnBy;
import newsletter.subscription.TableTest;
import newsletter.subscription.TestClock;
import newsletter.subscription.Together;
import newsletter.subscription.consent.Consents;
import newsletter.subscription.consent.LiveConsent;
import newsletter.subscription.consent.Withdrawals;

import static org.assertj.core.api.Assertions.assertThat;

/** leaving, and taking it back. */
@TableTest
class UndoTests {

    @Autowired
    private Confirmation confirmation;

    @Autowired
    private Consents consents;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Resident subscribed(String name, String... newsletters) {
        Resident resident = new Resident(name + "@undo.example.org", this.beans).asksFor(newsletters);
        this.confirmation.confirm(resident.lastLink());
        return resident;
    }

    private List<String> takes(Resident resident) {
        return this.consents.of(resident.id()).live().stream().map(LiveConsent::newsletterId).toList();
    }

    private void undo(Resident resident, String newsletter) {
        Withdrawals.undo(this.beans, resident.id(), newsletter);
    }

    @Test
    void theSameConsentIsGivenAnewToTheSameWordsAndWithTheSameEnd() {
        Resident ada = subscribed("ada", "mayor");
        Withdrawals.withdraw(this.beans, ada.id(), "mayor", WithdrawnBy.ONE_CLICK);
        this.clock.forward(Duration.ofDays(27));
        undo(ada, "mayor");
        assertThat(ada.events()).hasExactlyElementsOfTypes(SubscriptionRequested.class, ConsentGiven.class,
                ConsentWithdrawn.class, ConsentGiven.class);
        ConsentGiven first = ada.events(ConsentGiven.class).getFirst();
        ConsentGiven again = ada.events(ConsentGiven.class).getLast();
        assertThat(again).usingRecursiveComparison()
            .ignoringFields("eventId", "occurredAt", "consentId", "confirmedBy", "receiptNumber")
            .isEqualTo(first);
        assertThat(again.confirmedBy()).isEqualTo("undo");
        assertThat(again.consentId()).isNotEqualTo(first.consentId());
        assertThat(again.receiptNumber()).isNotEqualTo(first.receiptNumber());
        assertThat(this.consents.of(ada.id()).live()).extracting(LiveConsent::id).containsExactly(again.consentId());
    }

    @Test
    void twentyPressesAtOnceGiveItBackOnce() throws Exception {
        Resident ada = subscribed("twenty", "mayor");
        Withdrawals.withdraw(this.beans, ada.id(), "mayor", WithdrawnBy.UNSUBSCRIBE_PAGE);
        Together.at(20, () -> {
            undo(ada, "mayor");
            return true;
        });
        assertThat(ada.events(ConsentGiven.class)).hasSize(2);
        assertThat(takes(ada)).containsExactly("mayor");
    }

    @Test
    void afterTwentyEightDaysItIsTooLate() {
        Resident ada = subscribed("late", "mayor");
        Withdrawals.withdraw(this.beans, ada.id(), "mayor", WithdrawnBy.UNSUBSCRIBE_PAGE);
        this.clock.forward(Duration.ofDays(28));
        undo(ada, "mayor");
        assertThat(takes(ada)).isEmpty();
        assertThat(Withdrawals.canBeUndone(this.beans, ada.id(), "mayor")).isFalse();
    }

    @Test
    void c29AnotherPurposeCannotBeHadBack() {
        Resident ada = subscribed("purpose", "libraries");
        Withdrawals.withdraw(this.beans, ada.id(), "libraries", WithdrawnBy.UNSUBSCRIBE_PAGE);
        this.jdbc.sql("UPDATE newsletter SET purpose_version = purpose_version + 1 WHERE id = 'libraries'").update();
        undo(ada, "libraries");
        assertThat(takes(ada)).isEmpty();
    }

    @Test
    void nothingIsGivenToWhoNeverHadItOrHasIt() {
        Resident ada = subscribed("never", "mayor");
        undo(ada, "mayor");
        undo(ada, "clean-air");
        assertThat(takes(ada)).containsExactly("mayor");
        assertThat(ada.events(ConsentGiven.class)).hasSize(1);
    }

    /** Leave, come back by the form, leave again: the last withdrawal counts. */
    @Test
    void onlyTheLastConsentCanBeHadBack() {
        Resident ada = subscribed("comes-back", "clean-air");
        Withdrawals.withdraw(this.beans, ada.id(), "clean-air", WithdrawnBy.ONE_CLICK);
        this.clock.forward(Duration.ofDays(1));
        ada.asksFor("clean-air");
        this.confirmation.confirm(ada.lastLink());
        undo(ada, "clean-air");
        assertThat(ada.events(ConsentGiven.class)).hasSize(2);
        Withdrawals.withdraw(this.beans, ada.id(), "clean-air", WithdrawnBy.ONE_CLICK);
        undo(ada, "clean-air");
        List<ConsentGiven> given = ada.events(ConsentGiven.class);
        assertThat(given).hasSize(3);
        assertThat(given.getLast().validUntil()).isEqualTo(given.get(1).validUntil());
    }

    @Test
    void everythingIsStoppedAtOnceAndComesBackOneByOne() {
        Resident ada = subscribed("everything", "mayor", "clean-air");
        Withdrawals.withdrawEverything(this.beans, ada.id());
        Withdrawals.withdrawEverything(this.beans, ada.id());
        assertThat(takes(ada)).isEmpty();
        assertThat(ada.events(ConsentWithdrawn.class)).extracting(ConsentWithdrawn::newsletterId)
            .containsExactlyInAnyOrder("mayor", "clean-air");
        undo(ada, "clean-air");
        assertThat(takes(ada)).containsExactly("clean-air");
    }

}
