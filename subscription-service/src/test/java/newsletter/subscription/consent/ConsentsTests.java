package newsletter.subscription.consent;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.ConsentWithdrawn;
import newsletter.events.ConsentEvent.WithdrawnBy;
import newsletter.personaldata.EmailAddress;
import newsletter.subscription.TableTest;
import newsletter.subscription.Together;
import newsletter.subscription.Told;
import newsletter.subscription.catalogue.Catalogue;
import newsletter.subscription.catalogue.Shown;
import newsletter.subscription.contact.Subscribers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@TableTest
class ConsentsTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.123Z");

    @Autowired
    private Consents consents;

    @Autowired
    private Withdrawal withdrawal;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Told told;

    private UUID subscriber(String name) {
        EmailAddress address = EmailAddress.parse(name + "@consents.example.org").orElseThrow();
        UUID id = this.transaction.execute((_) -> this.subscribers.findOrAdd(address, "en"));
        assertThat(id).isNotNull();
        return id;
    }

    private ConsentGiven give(UUID subscriber, String newsletter) {
        Shown shown = this.catalogue.shown("en").orElseThrow();
        String statement = shown.offer(newsletter).orElseThrow().statement().sha256();
        var request = UUID.randomUUID();
        this.jdbc.sql("""
                INSERT INTO subscription_request (id, subscriber_id, requested_at, expires_at, privacy_notice,
                    confirmation_mail, language, adds_nothing, confirmed_at)
                VALUES (:id, :subscriber, now(), now(), :notice, :letter, 'en', false, now())
                """)
            .param("id", request)
            .param("subscriber", subscriber)
            .param("notice", shown.privacyNotice().sha256())
            .param("letter", shown.confirmationMail().sha256())
            .update();
        var given = new ConsentGiven(UUID.randomUUID(), subscriber, NOW, UUID.randomUUID(), newsletter, 1, request,
                statement, "c3", "d4", "en", "c0ffee", "button", NOW.plusSeconds(60), "7K3M-92QF-X4TD", 1);
        this.transaction.executeWithoutResult((_) -> this.consents.give(given));
        return given;
    }

    @Test
    void aConsentIsLiveOnceGivenAndToldInTheSameTransaction() {
        UUID ada = subscriber("ada");
        ConsentGiven given = give(ada, "mayor");
        assertThat(this.consents.of(ada).live())
            .containsExactly(new LiveConsent(given.consentId(), "mayor", 1, given.validUntil()));
        assertThat(this.told.about(ada)).containsExactly(given);
    }

    @Test
    void onlyOneConsentOfAPersonToANewsletterCanBeLive() {
        UUID ada = subscriber("one");
        give(ada, "mayor");
        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> give(ada, "mayor"));
        give(ada, "clean-air");
        assertThat(this.consents.of(ada).live()).hasSize(2);
        assertThat(this.told.about(ada)).hasSize(2);
    }

    @Test
    void withdrawingEndsOneConsentAndIsToldOnce() {
        UUID ada = subscriber("leaves");
        ConsentGiven mayor = give(ada, "mayor");
        ConsentGiven air = give(ada, "clean-air");
        this.withdrawal.withdraw(ada, "mayor", WithdrawnBy.ONE_CLICK);
        this.withdrawal.withdraw(ada, "mayor", WithdrawnBy.UNSUBSCRIBE_PAGE);
        assertThat(this.consents.of(ada).live()).extracting(LiveConsent::id).containsExactly(air.consentId());
        assertThat(this.told.about(ada, ConsentWithdrawn.class)).singleElement().satisfies((withdrawn) -> {
            assertThat(withdrawn.consentId()).isEqualTo(mayor.consentId());
            assertThat(withdrawn.by()).isEqualTo(WithdrawnBy.ONE_CLICK);
        });
        assertThat(this.jdbc.sql("SELECT ended_by FROM consent WHERE id = :id")
            .param("id", mayor.consentId())
            .query(String.class)
            .single()).isEqualTo("ONE_CLICK");
    }

    /** A mail program may press the button more than once. */
    @Test
    void i02TwentyWhoLeaveAtOnceAreToldOnce() throws Exception {
        UUID ada = subscriber("hurry");
        give(ada, "mayor");
        Together.at(20, () -> {
            this.withdrawal.withdraw(ada, "mayor", WithdrawnBy.ONE_CLICK);
            return ada;
        });
        assertThat(this.told.about(ada, ConsentWithdrawn.class)).hasSize(1);
    }

    @Test
    void whoLeftMayComeBack() {
        UUID ada = subscriber("returns");
        give(ada, "mayor");
        this.withdrawal.withdraw(ada, "mayor", WithdrawnBy.ONE_CLICK);
        ConsentGiven again = give(ada, "mayor");
        assertThat(this.consents.of(ada).to("mayor")).map(LiveConsent::id).contains(again.consentId());
    }

    @Test
    void withdrawingForNobodyDoesNothing() {
        var nobody = UUID.randomUUID();
        this.withdrawal.withdraw(nobody, "mayor", WithdrawnBy.ONE_CLICK);
        assertThat(this.told.about(nobody)).isEmpty();
    }

}
