package newsletter.subscription.confirmation;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.ConsentWithdrawn;
import newsletter.events.ConsentEvent.WithdrawnBy;
import newsletter.events.SubscriberContact;
import newsletter.events.Topics;
import newsletter.personaldata.AddressCipher;
import newsletter.personaldata.AddressCommitment;
import newsletter.personaldata.EmailAddress;
import newsletter.personaldata.SignedLinks.Action;
import newsletter.personaldata.SignedLinks.Link;
import newsletter.subscription.TableTest;
import newsletter.subscription.TestClock;
import newsletter.subscription.Together;
import newsletter.subscription.Told;
import newsletter.subscription.consent.Consents;
import newsletter.subscription.consent.DeadLink.Reason;
import newsletter.subscription.consent.LiveConsent;
import newsletter.subscription.consent.Withdrawals;

import static org.assertj.core.api.Assertions.assertThat;

@TableTest
class ConfirmationTests {

    @Autowired
    private Confirmation confirmation;

    @Autowired
    private Consents consents;

    @Autowired
    private AddressCipher cipher;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private Told told;

    private Resident resident(String name) {
        return new Resident(name + "@confirmation.example.org", this.beans);
    }

    @Test
    void c08AThousandLooksAreNoConsent() {
        Resident ada = resident("before").asksFor("mayor");
        for (int i = 0; i < 1000; i++) {
            assertThat(this.confirmation.look(ada.lastLink())).map(Answer::state).contains(State.OPEN);
        }
        assertThat(this.consents.of(ada.id()).live()).isEmpty();
        assertThat(ada.events(ConsentGiven.class)).isEmpty();
    }

    @Test
    void theButtonMakesOneConsentForEachNewsletterUnderOneReceipt() {
        Resident ada = resident("ada").asksFor("mayor", "libraries");
        Answer answer = this.confirmation.confirm(ada.lastLink()).orElseThrow();
        assertThat(answer.state()).isEqualTo(State.CONFIRMED);
        assertThat(answer.dead()).isEmpty();
        List<ConsentGiven> given = ada.events(ConsentGiven.class);
        assertThat(given).extracting(ConsentGiven::newsletterId).containsExactly("mayor", "libraries");
        assertThat(given).allSatisfy((consent) -> {
            assertThat(consent.receiptNumber()).isEqualTo(answer.request().receiptNumber());
            assertThat(consent.receiptConsents()).isEqualTo(2);
            assertThat(consent.confirmedBy()).isEqualTo("button");
            assertThat(consent.validUntil())
                .isEqualTo(consent.occurredAt().atZone(ZoneId.of("Europe/London")).plusMonths(24).toInstant());
        });
        assertThat(this.consents.of(ada.id()).live()).extracting(LiveConsent::id)
            .containsExactlyInAnyOrderElementsOf(given.stream().map(ConsentGiven::consentId).toList());
    }

    @Test
    void theCommitmentOpensWithWhatTheContactTells() {
        Resident ada = resident("commitment").asksFor("mayor");
        this.confirmation.confirm(ada.lastLink());
        SubscriberContact contact = this.told.on(Topics.SUBSCRIBER_CONTACTS, ada.id(), SubscriberContact.class)
            .getFirst();
        byte[] salt = this.cipher.decryptSalt(ada.id(), Base64.getDecoder().decode(contact.salt()));
        assertThat(ada.events(ConsentGiven.class)).singleElement()
            .satisfies((given) -> assertThat(given.addressCommitment()).isEqualTo(AddressCommitment
                .of(EmailAddress.parse("commitment@confirmation.example.org").orElseThrow(), salt)));
    }

    @Test
    void c08PressingTheButtonAgainChangesNothing() {
        Resident ada = resident("again").asksFor("mayor");
        Answer first = this.confirmation.confirm(ada.lastLink()).orElseThrow();
        Answer second = this.confirmation.confirm(ada.lastLink()).orElseThrow();
        assertThat(second.request()).isEqualTo(first.request());
        assertThat(ada.events(ConsentGiven.class)).hasSize(1);
    }

    @Test
    void twentyPressesAtOnceMakeOneConsent() throws Exception {
        Resident ada = resident("twenty").asksFor("mayor", "clean-air");
        Link link = ada.lastLink();
        List<Optional<Answer>> answers = Together.at(20, () -> this.confirmation.confirm(link));
        assertThat(answers).allSatisfy((answer) -> assertThat(answer).map(Answer::state).contains(State.CONFIRMED));
        assertThat(ada.events(ConsentGiven.class)).hasSize(2);
        assertThat(this.consents.of(ada.id()).live()).hasSize(2);
    }

    @Test
    void twoLettersConfirmedAtOnceMakeOneConsentToEachNewsletter() throws Exception {
        Resident ada = resident("two-letters").asksFor("mayor", "clean-air").asksFor("mayor", "libraries");
        Together.each(ada.links(), this.confirmation::confirm);
        assertThat(ada.events(ConsentGiven.class)).extracting(ConsentGiven::newsletterId)
            .containsExactlyInAnyOrder("mayor", "clean-air", "libraries");
    }

    @Test
    void c19AskingAgainLeavesALiveConsentAsItIs() {
        Resident ada = resident("resubmit").asksFor("mayor");
        this.confirmation.confirm(ada.lastLink());
        List<LiveConsent> before = this.consents.of(ada.id()).live();
        this.clock.forward(Duration.ofMinutes(10));
        ada.asksFor("mayor");
        assertThat(ada.links()).hasSize(2);
        assertThat(this.consents.of(ada.id()).live()).isEqualTo(before);
        Answer answer = this.confirmation.confirm(ada.lastLink()).orElseThrow();
        assertThat(answer.state()).isEqualTo(State.CONFIRMED);
        assertThat(answer.request().receiptNumber()).isNull();
        assertThat(this.consents.of(ada.id()).live()).isEqualTo(before);
        assertThat(ada.events(ConsentGiven.class)).hasSize(1);
    }

    @Test
    void anExpiredRequestIsNotConfirmed() {
        Resident ada = resident("late").asksFor("mayor");
        this.clock.forward(Duration.ofDays(7));
        Answer answer = this.confirmation.confirm(ada.lastLink()).orElseThrow();
        assertThat(answer.dead()).contains(Reason.EXPIRED);
        assertThat(ada.events(ConsentGiven.class)).isEmpty();
    }

    @Test
    void anExpiredLinkConfirmsNothingThoughTheRequestLives() {
        Resident ada = resident("late-link").asksFor("mayor");
        Link link = ada.lastLink();
        var expired = new Link(link.action(), link.subscriberId(), link.about(), this.clock.instant());
        assertThat(this.confirmation.confirm(expired).orElseThrow().dead()).contains(Reason.EXPIRED);
        assertThat(ada.events(ConsentGiven.class)).isEmpty();
    }

    @Test
    void aRequestForAnotherPurposeIsNotConfirmed() {
        Resident ada = resident("purpose").asksFor("libraries");
        changePurpose("libraries");
        assertThat(this.confirmation.confirm(ada.lastLink()).orElseThrow().dead()).contains(Reason.OUTDATED);
        assertThat(ada.events(ConsentGiven.class)).isEmpty();
    }

    @Test
    void aConsentToAnEarlierPurposeMakesWayForTheNewOne() {
        Resident ada = resident("new-purpose").asksFor("clean-air");
        this.confirmation.confirm(ada.lastLink());
        changePurpose("clean-air");
        this.clock.forward(Duration.ofMinutes(10));
        ada.asksFor("clean-air");
        this.confirmation.confirm(ada.lastLink());
        List<ConsentGiven> given = ada.events(ConsentGiven.class);
        assertThat(given).hasSize(2);
        assertThat(this.consents.of(ada.id()).live()).extracting(LiveConsent::id)
            .containsExactly(given.getLast().consentId());
    }

    private void changePurpose(String newsletter) {
        this.jdbc.sql("UPDATE newsletter SET purpose_version = purpose_version + 1 WHERE id = :id")
            .param("id", newsletter)
            .update();
    }

    @Test
    void afterLeavingTheUsedLinkSaysSo() {
        Resident ada = resident("left").asksFor("mayor");
        this.confirmation.confirm(ada.lastLink());
        Withdrawals.withdraw(this.beans, ada.id(), "mayor", WithdrawnBy.ONE_CLICK);
        assertThat(this.confirmation.confirm(ada.lastLink()).orElseThrow().dead()).contains(Reason.ENDED);
        assertThat(ada.events()).last().isInstanceOf(ConsentWithdrawn.class);
    }

    @Test
    void aLinkToNothingConfirmsNothing() {
        Resident ada = resident("nothing").asksFor("mayor");
        var unknown = new Link(Action.CONFIRM, ada.id(), UUID.randomUUID().toString(), null);
        assertThat(this.confirmation.confirm(unknown)).isEmpty();
        var another = new Link(Action.CONFIRM, UUID.randomUUID(), ada.lastLink().about(), null);
        assertThat(this.confirmation.confirm(another)).isEmpty();
    }

}
