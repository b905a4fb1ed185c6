package newsletter.mailer.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.dao.DataAccessResourceFailureException;

import newsletter.mailer.delivery.Claim.Settled;
import newsletter.mailer.delivery.Mailings.Source;
import newsletter.mailer.handover.Answer;
import newsletter.mailer.handover.Answer.Verdict;
import newsletter.mailer.handover.Lane.Stop;
import newsletter.mailer.handover.Line;
import newsletter.mailer.handover.SenderLease;
import newsletter.mailer.rendering.CompiledMail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

/** I-5: moments that no real database or relay can be made to fail at. */
class DeliveryWorkTests {

    private final Mailings mailings = mock();

    private final Claims claims = mock();

    private final Copies copies = mock();

    private final SenderLease lease = mock();

    private final Line line = mock();

    private final UUID edition = UUID.randomUUID();

    private final Claim claim = new Claim(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "AQ==", 0);

    private final DeliveryWork work = new DeliveryWork(this.mailings, this.claims, this.copies, this.lease,
            new DeliveryProperties(1, 10, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofHours(1), Map.of()));

    private final DataAccessResourceFailureException away = new DataAccessResourceFailureException("Away");

    @BeforeEach
    void oneIsDue() {
        var source = new Source(this.edition, "mayor", "en", mock(CompiledMail.class), "news.example.org",
                Instant.now());
        given(this.mailings.due()).willReturn(Optional.of(this.edition));
        given(this.mailings.source(this.edition)).willReturn(source);
        given(this.claims.claim(any(), any(), any(), anyInt())).willReturn(List.of(this.claim));
        given(this.copies.handOver(any(), any(), any())).willReturn(new Answer(Verdict.ACCEPTED, "250 OK"));
        given(this.lease.isHeld()).willReturn(true);
        given(this.lease.sender()).willReturn(UUID.randomUUID());
    }

    @SuppressWarnings("unchecked")
    private Settled settled(int attempts) {
        ArgumentCaptor<List<Settled>> settled = ArgumentCaptor.captor();
        then(this.claims).should(times(attempts)).settle(eq(this.edition), any(), settled.capture());
        assertThat(settled.getValue()).hasSize(1);
        return settled.getValue().getFirst();
    }

    @Test
    void anOutcomeIsRecordedHoweverOftenTheDatabaseFails() {
        willThrow(this.away).willThrow(this.away).willDoNothing().given(this.claims).settle(any(), any(), any());
        this.work.take(this.line, new Stop());
        assertThat(settled(3).words()).isEqualTo("250 OK");
    }

    /** Others may believe us dead, and have told it as unknown. */
    @Test
    void nothingIsHandedOverOnceTheLeaseHasRunOut() {
        given(this.lease.isHeld()).willReturn(false);
        this.work.take(this.line, new Stop());
        then(this.copies).should(never()).handOver(any(), any(), any());
        assertThat(settled(1).outcome()).isNull();
    }

    @Test
    void nothingIsHandedOverOnceToldToStop() {
        var stop = new Stop();
        stop.call();
        this.work.take(this.line, stop);
        then(this.copies).should(never()).handOver(any(), any(), any());
        assertThat(settled(1).outcome()).isNull();
    }

    /** It was committed, perhaps, and nobody else puts back what the living have. */
    @Test
    void aClaimOfWhichNobodyHeardIsPutBack() {
        given(this.claims.claim(any(), any(), any(), anyInt())).willThrow(this.away);
        willThrow(this.away).willDoNothing().given(this.claims).release(any());
        assertThatExceptionOfType(DataAccessResourceFailureException.class)
            .isThrownBy(() -> this.work.take(this.line, new Stop()));
        ArgumentCaptor<UUID> claimed = ArgumentCaptor.captor();
        then(this.claims).should().claim(eq(this.edition), any(), claimed.capture(), anyInt());
        then(this.claims).should(times(2)).release(claimed.getValue());
    }

    /** After the database was away all look dead for a moment. */
    @Test
    void nobodyIsBelievedDeadBeforeTheyWereWatchedForLongEnough() {
        DeliveryQueue queue = mock();
        given(queue.editionsOfTheDead()).willReturn(List.of(this.edition));
        var sweep = new DeliverySweep(queue, this.mailings, this.claims, this.lease);
        sweep.sortOrphans();
        then(this.claims).should(never()).sortOrphans(any());
        given(this.lease.mayJudgeOthers()).willReturn(true);
        sweep.sortOrphans();
        then(this.claims).should().sortOrphans(this.edition);
    }

}
