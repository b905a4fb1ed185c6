package newsletter.subscription.rights;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.events.ConsentEvent;
import newsletter.events.ConsentEvent.ConsentWithdrawn;
import newsletter.events.ConsentEvent.ProcessingRestricted;
import newsletter.events.ConsentEvent.RestrictionLifted;
import newsletter.events.ConsentEvent.Right;
import newsletter.events.ConsentEvent.RightsRequestAcknowledged;
import newsletter.events.ConsentEvent.RightsRequestClosed;
import newsletter.events.ConsentEvent.RightsRequestReceived;
import newsletter.events.ConsentEvent.WithdrawnBy;
import newsletter.personaldata.EmailAddress;
import newsletter.subscription.TableTest;
import newsletter.subscription.TestClock;
import newsletter.subscription.Together;
import newsletter.subscription.Told;
import newsletter.subscription.confirmation.Confirmations;
import newsletter.subscription.erasure.Erasure;
import newsletter.subscription.erasure.Erasure.By;
import newsletter.subscription.rights.Rights.OwnCase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@TableTest
class RightsTests {

    @Autowired
    private Rights rights;

    @Autowired
    private CaseWork work;

    @Autowired
    private Told told;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private BeanFactory beans;

    private final String address = "ada-" + UUID.randomUUID() + "@rights.example.org";

    private UUID subscriber = UUID.randomUUID();

    @BeforeEach
    void agree() {
        this.subscriber = Confirmations.agree(this.beans, this.address, "mayor", "clean-air");
    }

    private <E extends ConsentEvent> List<E> told(Class<E> type) {
        return this.told.about(this.subscriber, type);
    }

    @Test
    void anObjectionStopsEverythingAtOnceAndIsAnsweredByThat() {
        this.rights.object(this.subscriber, "form");
        assertThat(told(ConsentWithdrawn.class)).extracting(ConsentWithdrawn::by)
            .containsExactly(WithdrawnBy.OBJECTION, WithdrawnBy.OBJECTION);
        UUID caseId = told(RightsRequestReceived.class).getFirst().caseId();
        assertThat(told(RightsRequestClosed.class)).singleElement().satisfies((closed) -> {
            assertThat(closed.caseId()).isEqualTo(caseId);
            assertThat(closed.outcome()).isEqualTo("fulfilled");
        });
        assertThat(this.told.about(this.subscriber).getLast()).isInstanceOf(RightsRequestClosed.class);
    }

    @Test
    void theSameFormTwentyTimesAtOnceIsOneRequest() throws Exception {
        Together.at(20, () -> {
            this.rights.object(this.subscriber, "form");
            return true;
        });
        assertThat(told(RightsRequestReceived.class)).hasSize(1);
        assertThat(told(ConsentWithdrawn.class)).hasSize(2);
        assertThat(told(RightsRequestClosed.class)).hasSize(1);
    }

    /** Whatever the number of cases: that is a right, and costs nobody a letter. */
    @Test
    void whoHasHadAllCasesOfADayCanStillStopEverything() {
        for (int i = 0; i < Rights.A_DAY; i++) {
            assertThat(this.rights.complain(this.subscriber, "form-" + i, "No. " + i)).isTrue();
        }
        assertThat(this.rights.complain(this.subscriber, "one-more", "Once more")).isFalse();
        this.rights.object(this.subscriber, "form");
        assertThat(told(ConsentWithdrawn.class)).hasSize(2);
        assertThat(told(RightsRequestReceived.class)).hasSize(Rights.A_DAY);
        this.clock.forward(Duration.ofDays(1));
        assertThat(this.rights.complain(this.subscriber, "one-more", "Once more")).isTrue();
    }

    @Test
    void c26ARestrictionHoldsUntilAnOfficerLiftsIt() {
        this.rights.restrict(this.subscriber, "form");
        this.rights.restrict(this.subscriber, "another");
        assertThat(this.rights.restrictedSince(this.subscriber)).isPresent();
        UUID caseId = told(ProcessingRestricted.class).getFirst().caseId();
        assertThat(told(ProcessingRestricted.class)).hasSize(1);
        assertThat(told(ConsentWithdrawn.class)).isEmpty();
        this.work.close(caseId, "fulfilled", "officer");
        assertThat(this.rights.restrictedSince(this.subscriber)).isPresent();
        this.work.lift(caseId);
        this.work.lift(caseId);
        assertThat(this.rights.restrictedSince(this.subscriber)).isEmpty();
        assertThat(told(RestrictionLifted.class)).hasSize(1);
    }

    @Test
    void aRestrictionThatIsRefusedEndsWithItsCase() {
        this.rights.restrict(this.subscriber, "form");
        this.work.close(told(ProcessingRestricted.class).getFirst().caseId(), "refused", "officer");
        assertThat(this.rights.restrictedSince(this.subscriber)).isEmpty();
        assertThat(told(RestrictionLifted.class)).hasSize(1);
    }

    @Test
    void c41WhatSomebodyWritesIsReadByThemAndAnOfficerAndIsOnNoTopic() {
        String words = "You wrote to me <script>alert('ż')</script>";
        this.rights.complain(this.subscriber, "form", words);
        OwnCase own = this.rights.of(this.subscriber).getFirst();
        assertThat(own.words()).isEqualTo(words);
        assertThat(own.right()).isEqualTo(Right.COMPLAINT);
        RightsRequestReceived received = told(RightsRequestReceived.class).getFirst();
        assertThat(this.rights.words(received.caseId())).contains(words);
        assertThat(received.dueAt()).isEqualTo(received.occurredAt().plus(Duration.ofDays(30)));
        assertThat(
                this.jdbc.sql("SELECT count(*) FROM outbox WHERE payload LIKE '%alert%'").query(Integer.class).single())
            .isZero();
        assertThat(this.jdbc.sql("SELECT encode(words, 'escape') FROM rights_request WHERE case_id = :case")
            .param("case", received.caseId())
            .query(String.class)
            .single()).doesNotContain("wrote");
    }

    /** I-9: what they wrote could say who they are. The case stays, and can be closed. */
    @Test
    void whatAnErasedPersonWroteIsGoneAndTheirCaseIsNot() {
        this.rights.complain(this.subscriber, "form", "I am Ada");
        this.rights.restrict(this.subscriber, "form");
        UUID caseId = told(RightsRequestReceived.class).getFirst().caseId();
        this.beans.getBean(Erasure.class).erase(this.subscriber, By.RESIDENT, false);
        assertThat(this.rights.words(caseId)).isEmpty();
        assertThat(this.rights.restrictedSince(this.subscriber)).isEmpty();
        this.work.close(caseId, "withdrawn", "officer");
        assertThat(this.work.find(caseId).orElseThrow().isOpen()).isFalse();
    }

    /** Another case's words do not open in this one's place. */
    @Test
    void wordsAreEncryptedForTheirCase() {
        this.rights.complain(this.subscriber, "one", "The first");
        this.rights.complain(this.subscriber, "two", "The second");
        List<UUID> cases = told(RightsRequestReceived.class).stream().map(RightsRequestReceived::caseId).toList();
        this.jdbc.sql(
                "UPDATE rights_request SET words = (SELECT words FROM rights_request WHERE case_id = :from) WHERE case_id = :to")
            .param("from", cases.get(0))
            .param("to", cases.get(1))
            .update();
        assertThatIllegalStateException().isThrownBy(() -> this.rights.words(cases.get(1)));
    }

    @Test
    void twoOfficersWhoAcknowledgeAtOnceAcknowledgeOnce() throws Exception {
        this.rights.complain(this.subscriber, "form", "Words");
        UUID caseId = told(RightsRequestReceived.class).getFirst().caseId();
        Together.at(20, () -> {
            this.work.acknowledge(caseId, "officer");
            return true;
        });
        assertThat(told(RightsRequestAcknowledged.class)).singleElement()
            .satisfies((event) -> assertThat(event.officer()).isEqualTo("officer"));
    }

    @Test
    void whatIsOverdueStandsFirstAndWhatIsClosedLast() {
        Case late = this.work.record(EmailAddress.parse(this.address).orElseThrow(), Right.ACCESS).orElseThrow();
        this.clock.forward(Duration.ofDays(40));
        Case next = this.work.record(EmailAddress.parse(this.address).orElseThrow(), Right.ERASURE).orElseThrow();
        Case closed = this.work.record(EmailAddress.parse(this.address).orElseThrow(), Right.ACCESS).orElseThrow();
        this.work.close(closed.caseId(), "withdrawn", "officer");
        Instant now = this.clock.instant();
        List<UUID> board = this.work.board().stream().map(Case::caseId).toList();
        assertThat(this.work.find(late.caseId()).orElseThrow().isOverdue(now)).isTrue();
        assertThat(board.indexOf(late.caseId())).isLessThan(board.indexOf(next.caseId()));
        assertThat(board.indexOf(next.caseId())).isLessThan(board.indexOf(closed.caseId()));
    }

    @Test
    void nobodyIsOpenedACaseForWhoIsNotKnown() {
        assertThat(this.work.record(EmailAddress.parse("nobody-" + UUID.randomUUID() + "@example.org").orElseThrow(),
                Right.ACCESS))
            .isEmpty();
        assertThat(this.rights.complain(UUID.randomUUID(), "form", "Words")).isFalse();
    }

}
