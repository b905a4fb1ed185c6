package newsletter.subscription.newaddress;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import newsletter.events.ConsentEvent.AddressChangeLapsed;
import newsletter.events.ConsentEvent.AddressChangeRequested;
import newsletter.events.ConsentEvent.AddressChanged;
import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.RequestLapsed;
import newsletter.events.ConsentEvent.SubscriptionRequested;
import newsletter.events.SubscriberContact;
import newsletter.events.Topics;
import newsletter.personaldata.AddressCipher;
import newsletter.personaldata.AddressCommitment;
import newsletter.personaldata.AddressTags;
import newsletter.personaldata.EmailAddress;
import newsletter.personaldata.SignedLinks.Action;
import newsletter.personaldata.SignedLinks.Link;
import newsletter.subscription.TableTest;
import newsletter.subscription.TestClock;
import newsletter.subscription.Together;
import newsletter.subscription.Told;
import newsletter.subscription.confirmation.Confirmations;
import newsletter.subscription.consent.Consents;
import newsletter.subscription.contact.Subscribers;
import newsletter.subscription.erasure.Erasure;
import newsletter.subscription.erasure.Erasure.By;
import newsletter.subscription.newaddress.AddressChange.State;
import newsletter.subscription.newaddress.Moves.View;
import newsletter.subscription.signup.Forms;

import static java.util.Base64.getDecoder;
import static org.assertj.core.api.Assertions.assertThat;

@TableTest
class MovesTests {

    @Autowired
    private Wishes wishes;

    @Autowired
    private Moves moves;

    @Autowired
    private UnansweredChanges unanswered;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private Consents consents;

    @Autowired
    private AddressTags tags;

    @Autowired
    private AddressCipher cipher;

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

    private UUID agrees(String name) {
        return Confirmations.agree(this.beans, name + "@moves.example.org", "mayor");
    }

    /** The link in the letter to the new mailbox. */
    private Link asks(UUID subscriber, String address) {
        this.wishes.add(subscriber, Forms.address(address));
        return lastLink(subscriber);
    }

    private Link lastLink(UUID subscriber) {
        AddressChangeRequested asked = this.told.about(subscriber, AddressChangeRequested.class).getLast();
        return new Link(Action.CHANGE_ADDRESS, subscriber, asked.changeId().toString(), asked.expiresAt());
    }

    private List<AddressChanged> changed(UUID subscriber) {
        return this.told.about(subscriber, AddressChanged.class);
    }

    private State state(Link link) {
        return this.moves.look(link).map(View::state).orElseThrow();
    }

    private boolean isKnown(String address) {
        return this.jdbc.sql("SELECT EXISTS (SELECT FROM subscriber WHERE tag = :tag)")
            .param("tag", this.tags.tag(Forms.address(address)))
            .query(Boolean.class)
            .single();
    }

    private List<SubscriberContact> contacts(UUID id) {
        return this.told.on(Topics.SUBSCRIBER_CONTACTS, id, SubscriberContact.class);
    }

    private EmailAddress opened(SubscriberContact contact) {
        return this.cipher.decryptAddress(contact.subscriberId(), getDecoder().decode(contact.address()));
    }

    @Test
    void c23TheButtonInTheNewMailboxMovesThePersonAndTheirConsents() {
        UUID ada = agrees("ada");
        SubscriberContact before = contacts(ada).getLast();
        String commitmentBefore = this.told.about(ada, ConsentGiven.class).getFirst().addressCommitment();
        Link link = asks(ada, "Ada@new.moves.example.org");
        UUID lent = this.told.about(ada, AddressChangeRequested.class).getFirst().contactId();
        assertThat(state(link)).isEqualTo(State.OPEN);
        this.moves.confirm(link);
        assertThat(state(link)).isEqualTo(State.CHANGED);
        SubscriberContact now = contacts(ada).getLast();
        assertThat(opened(now).mailbox()).isEqualTo("Ada@new.moves.example.org");
        assertThat(getDecoder().decode(now.tag())).isEqualTo(this.tags.tag(Forms.address("ada@new.moves.example.org")));
        byte[] salt = this.cipher.decryptSalt(ada, getDecoder().decode(now.salt()));
        assertThat(salt).isNotEqualTo(this.cipher.decryptSalt(ada, getDecoder().decode(before.salt())));
        AddressChanged changed = changed(ada).getFirst();
        assertThat(changed.addressCommitment())
            .isEqualTo(AddressCommitment.of(Forms.address("ada@new.moves.example.org"), salt))
            .isNotEqualTo(commitmentBefore);
        assertThat(this.consents.of(ada).live()).hasSize(1);
        assertThat(isKnown("ada@moves.example.org")).isFalse();
        assertThat(lent(lent)).as("the new address is not lent any more").isFalse();
    }

    private boolean lent(UUID contact) {
        return this.jdbc.sql("SELECT EXISTS (SELECT FROM lent_address WHERE id = :id)")
            .param("id", contact)
            .query(Boolean.class)
            .single();
    }

    @Test
    void c23TheOldAddressIsLentForOneLetterThatTellsAndDeleted() {
        UUID ada = agrees("told");
        this.moves.confirm(asks(ada, "told@new.moves.example.org"));
        AddressChanged changed = changed(ada).getFirst();
        SubscriberContact former = contacts(changed.formerContactId()).getFirst();
        assertThat(opened(former).mailbox()).isEqualTo("told@moves.example.org");
        assertThat(former.lentUntil()).isEqualTo(changed.occurredAt().plus(Duration.ofDays(3)));
        assertThat(this.jdbc.sql("SELECT address IS NULL FROM lent_address WHERE id = :id")
            .param("id", changed.formerContactId())
            .query(Boolean.class)
            .single()).as("nothing of it is kept here").isTrue();
    }

    @Test
    void twentyConfirmationsAtOnceMoveOnce() throws Exception {
        UUID ada = agrees("twenty");
        Link link = asks(ada, "twenty@new.moves.example.org");
        Together.at(20, () -> {
            this.moves.confirm(link);
            return true;
        });
        assertThat(changed(ada)).hasSize(1);
    }

    @Test
    void aMailboxWithASubscriptionOfItsOwnIsLeftAlone() {
        UUID ada = agrees("mine");
        UUID bob = agrees("taken");
        Link link = asks(ada, "Taken@moves.example.org");
        assertThat(this.moves.look(link)).hasValueSatisfying((view) -> assertThat(view.taken()).isTrue());
        this.moves.confirm(link);
        assertThat(changed(ada)).isEmpty();
        assertThat(state(link)).isEqualTo(State.OPEN);
        assertThat(isKnown("mine@moves.example.org")).isTrue();
        assertThat(this.consents.of(bob).live()).hasSize(1);
    }

    /** Two people who want each other's mailbox do not wait for each other. */
    @Test
    void whoWantToSwapAddressesBothStayWhereTheyAre() throws Exception {
        UUID left = agrees("left");
        UUID right = agrees("right");
        List<Link> links = List.of(asks(left, "right@moves.example.org"), asks(right, "left@moves.example.org"));
        Together.each(links, (link) -> {
            this.moves.confirm(link);
            return true;
        });
        assertThat(changed(left)).isEmpty();
        assertThat(changed(right)).isEmpty();
    }

    @Test
    void onlyTheLastWishCanBeConfirmedAndOnlyForSevenDays() {
        UUID ada = agrees("last");
        Link first = asks(ada, "first@new.moves.example.org");
        Link second = asks(ada, "second@new.moves.example.org");
        this.moves.confirm(first);
        assertThat(state(first)).isEqualTo(State.OVER);
        assertThat(changed(ada)).isEmpty();
        this.clock.forward(Duration.ofDays(7));
        this.moves.confirm(second);
        assertThat(state(second)).isEqualTo(State.OVER);
        assertThat(changed(ada)).isEmpty();
    }

    @Test
    void c42WhatNobodyConfirmsLapsesAndTheNewAddressIsDeleted() throws Exception {
        UUID ada = agrees("lapses");
        asks(ada, "lapses@new.moves.example.org");
        UUID contact = this.told.about(ada, AddressChangeRequested.class).getFirst().contactId();
        this.unanswered.end(this.clock.instant());
        assertThat(lent(contact)).isTrue();
        this.clock.forward(Duration.ofDays(7));
        Instant now = this.clock.instant();
        assertThat(this.unanswered.count(now)).isPositive();
        assertThat(this.unanswered.oldest(now)).hasValueSatisfying((since) -> assertThat(since).isBeforeOrEqualTo(now));
        Together.at(4, () -> this.unanswered.end(now));
        assertThat(this.unanswered.count(now)).isZero();
        assertThat(this.told.about(ada, AddressChangeLapsed.class)).hasSize(1);
        assertThat(lent(contact)).isFalse();
    }

    /** What was asked for in the old mailbox cannot be agreed to by whoever reads it. */
    @Test
    void c07ARequestThatWaitsInTheOldMailboxEnds() {
        UUID ada = agrees("waits");
        Forms.send(this.beans, Forms.address("waits@moves.example.org"), "clean-air");
        SubscriptionRequested waiting = this.told.about(ada, SubscriptionRequested.class).getLast();
        this.moves.confirm(asks(ada, "waits@new.moves.example.org"));
        Confirmations.confirm(this.beans, waiting);
        assertThat(this.told.about(ada, RequestLapsed.class)).singleElement()
            .extracting(RequestLapsed::requestId)
            .isEqualTo(waiting.requestId());
        assertThat(this.consents.of(ada).live()).hasSize(1);
    }

    @Test
    void a01WhoDidNotAskEndsItAndIsLeftAloneUntilTheyTakeThatBack() {
        UUID ada = agrees("disowned");
        Link link = asks(ada, "victim@new.moves.example.org");
        this.moves.disown(link);
        this.moves.disown(link);
        assertThat(state(link)).isEqualTo(State.DISOWNED);
        assertThat(this.told.about(ada, AddressChangeLapsed.class)).hasSize(1);
        this.moves.confirm(link);
        assertThat(changed(ada)).isEmpty();
        this.clock.forward(Duration.ofDays(1));
        this.wishes.add(ada, Forms.address("victim@new.moves.example.org"));
        Forms.send(this.beans, Forms.address("victim@new.moves.example.org"), "mayor");
        assertThat(this.told.about(ada, AddressChangeRequested.class)).hasSize(1);
        assertThat(isKnown("victim@new.moves.example.org")).isFalse();
        this.moves.allow(link);
        assertThat(this.moves.look(link)).hasValueSatisfying((view) -> assertThat(view.mutedUntil()).isNull());
        this.wishes.add(ada, Forms.address("victim@new.moves.example.org"));
        assertThat(this.told.about(ada, AddressChangeRequested.class)).hasSize(2);
    }

    @Test
    void whoIsForgottenMeanwhileCannotBeMoved() {
        UUID ada = agrees("forgotten");
        Link link = asks(ada, "forgotten@new.moves.example.org");
        this.jdbc.sql("DELETE FROM consent WHERE subscriber_id = :id").param("id", ada).update();
        this.jdbc.sql("DELETE FROM subscription_request WHERE subscriber_id = :id").param("id", ada).update();
        this.transaction.executeWithoutResult((_) -> this.subscribers.forget(ada));
        this.moves.confirm(link);
        this.moves.disown(link);
        assertThat(this.moves.look(link)).isEmpty();
        assertThat(changed(ada)).isEmpty();
    }

    @Test
    void i09WhoIsErasedLeavesNeitherANewNorAFormerAddressLent() {
        UUID ada = agrees("erased");
        this.moves.confirm(asks(ada, "erased@new.moves.example.org"));
        Link open = asks(ada, "erased@newer.moves.example.org");
        UUID former = changed(ada).getFirst().formerContactId();
        UUID wanted = this.told.about(ada, AddressChangeRequested.class).getLast().contactId();
        assertThat(lent(former) && lent(wanted)).isTrue();
        this.transaction.executeWithoutResult((_) -> this.beans.getBean(Erasure.class).erase(ada, By.RESIDENT, false));
        assertThat(lent(former) || lent(wanted)).isFalse();
        assertThat(this.moves.look(open)).isEmpty();
    }

    @Test
    void anotherPersonsLinkIsGoodForNothing() {
        UUID ada = agrees("owner");
        Link link = asks(ada, "owner@new.moves.example.org");
        this.moves.confirm(new Link(Action.CHANGE_ADDRESS, agrees("thief"), link.about(), link.expiresAt()));
        assertThat(changed(ada)).isEmpty();
    }

    @Test
    void theAddressThatWasLeftIsFreeForSomebodyElse() {
        UUID ada = agrees("free");
        this.moves.confirm(asks(ada, "free@new.moves.example.org"));
        this.clock.forward(Duration.ofMinutes(10));
        assertThat(agrees("free")).isNotEqualTo(ada);
        assertThat(Confirmations.agree(this.beans, "free@new.moves.example.org", "clean-air")).isEqualTo(ada);
    }

}
