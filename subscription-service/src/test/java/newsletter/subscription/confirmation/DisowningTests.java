package newsletter.subscription.confirmation;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.DisowningRevoked;
import newsletter.events.ConsentEvent.RequestDisowned;
import newsletter.events.ConsentEvent.SubscriptionRequested;
import newsletter.personaldata.SignedLinks.Action;
import newsletter.personaldata.SignedLinks.Link;
import newsletter.subscription.TableTest;
import newsletter.subscription.TestClock;
import newsletter.subscription.Together;
import newsletter.subscription.consent.Consents;

import static org.assertj.core.api.Assertions.assertThat;

/** "This wasn't me". */
@TableTest
class DisowningTests {

    @Autowired
    private Disowning disowning;

    @Autowired
    private Confirmation confirmation;

    @Autowired
    private Consents consents;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private TestClock clock;

    private Resident resident(String name) {
        return new Resident(name + "@disowning.example.org", this.beans);
    }

    @Test
    void itEndsAllThatSomebodyElseAskedForAndIsTold() {
        Resident ada = resident("ada").asksFor("mayor").asksFor("clean-air");
        this.disowning.disown(ada.lastLink());
        assertThat(ada.events(RequestDisowned.class)).extracting(RequestDisowned::requestId)
            .containsExactlyInAnyOrderElementsOf(
                    ada.events(SubscriptionRequested.class).stream().map(SubscriptionRequested::requestId).toList());
        assertThat(ada.events(RequestDisowned.class)).allSatisfy((disowned) -> assertThat(disowned.mutedUntil())
            .isEqualTo(disowned.occurredAt().plus(Duration.ofDays(30))));
        for (Link link : ada.links()) {
            assertThat(this.confirmation.confirm(link)).map(Answer::state).contains(State.DISOWNED);
        }
        assertThat(this.consents.of(ada.id()).live()).isEmpty();
        ada.asksFor("libraries");
        assertThat(ada.links()).hasSize(2);
    }

    @Test
    void afterThirtyDaysThereAreLettersAgain() {
        Resident ada = resident("later").asksFor("mayor");
        this.disowning.disown(ada.lastLink());
        this.clock.forward(Duration.ofDays(29));
        assertThat(ada.asksFor("mayor").links()).hasSize(1);
        this.clock.forward(Duration.ofDays(1));
        assertThat(ada.asksFor("mayor").links()).hasSize(2);
    }

    @Test
    void c19WhatTheOwnerAgreedToStaysAsItIs() {
        Resident ada = resident("subscriber").asksFor("mayor");
        this.confirmation.confirm(ada.lastLink());
        var before = this.consents.of(ada.id()).live();
        this.clock.forward(Duration.ofMinutes(10));
        ada.asksFor("mayor");
        this.disowning.disown(ada.lastLink());
        assertThat(ada.events(RequestDisowned.class)).hasSize(1);
        assertThat(this.consents.of(ada.id()).live()).isEqualTo(before);
    }

    @Test
    void aRequestThatWasConfirmedOrHasExpiredCannotBeDisowned() {
        Resident ada = resident("confirmed").asksFor("mayor");
        this.confirmation.confirm(ada.lastLink());
        this.disowning.disown(ada.lastLink());
        Resident bob = resident("expired").asksFor("mayor");
        Link link = bob.lastLink();
        this.disowning.disown(new Link(link.action(), link.subscriberId(), link.about(), this.clock.instant()));
        this.clock.forward(Duration.ofDays(7));
        this.disowning.disown(link);
        assertThat(ada.events(RequestDisowned.class)).isEmpty();
        assertThat(bob.events(RequestDisowned.class)).isEmpty();
        assertThat(bob.asksFor("clean-air").links()).hasSize(2);
    }

    @Test
    void aLinkToNothingDisownsNothing() {
        Resident ada = resident("nothing").asksFor("mayor");
        this.disowning.disown(new Link(Action.CONFIRM, ada.id(), UUID.randomUUID().toString(), null));
        this.disowning.disown(new Link(Action.CONFIRM, UUID.randomUUID(), ada.lastLink().about(), null));
        this.disowning.revoke(ada.lastLink());
        assertThat(ada.events()).hasSize(1);
        assertThat(ada.asksFor("clean-air").links()).hasSize(2);
    }

    @Test
    void theOwnerCanHaveLettersAgainAndTheRequestStaysEnded() {
        Resident ada = resident("revokes").asksFor("mayor");
        Link link = ada.lastLink();
        this.disowning.disown(link);
        this.disowning.revoke(link);
        this.disowning.revoke(link);
        assertThat(ada.events(DisowningRevoked.class)).extracting(DisowningRevoked::requestId)
            .containsExactly(UUID.fromString(link.about()));
        assertThat(this.confirmation.confirm(link)).map(Answer::state).contains(State.DISOWNED);
        assertThat(ada.asksFor("clean-air").links()).hasSize(2);
    }

    @Test
    void bothButtonsAtOnceDoOneOrTheOther() throws Exception {
        for (int race = 0; race < 10; race++) {
            Resident ada = resident("race" + race).asksFor("mayor");
            Link link = ada.lastLink();
            Together.each(List.of(true, false, true, false), (confirms) -> {
                if (confirms) {
                    this.confirmation.confirm(link);
                }
                else {
                    this.disowning.disown(link);
                }
                return true;
            });
            assertThat(ada.events(ConsentGiven.class).size() + ada.events(RequestDisowned.class).size()).isEqualTo(1);
        }
    }

}
