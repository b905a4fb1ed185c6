package newsletter.mailer.letter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.dao.DataAccessResourceFailureException;

import newsletter.mailer.handover.Answer;
import newsletter.mailer.handover.Answer.Verdict;
import newsletter.mailer.handover.Lane.Stop;
import newsletter.mailer.handover.Line;
import newsletter.mailer.handover.SenderLease;
import newsletter.mailer.letter.ClaimedLetter.Settled;
import newsletter.mailer.letter.Letter.Kind;
import newsletter.personaldata.AddressCipher;
import newsletter.personaldata.EmailAddress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

/** I-5: moments that no real database or relay can be made to fail at. */
class LetterWorkTests {

    private final Letters letters = mock();

    private final LetterWriter writer = mock();

    private final AddressCipher cipher = mock();

    private final SenderLease lease = mock();

    private final Line line = mock();

    private final ClaimedLetter letter = new ClaimedLetter("welcome:1", UUID.randomUUID(), Kind.WELCOME, "1",
            UUID.randomUUID(), UUID.randomUUID(), "en", Instant.EPOCH, Instant.EPOCH, "p", null, "AQ==", 0, 0,
            List.of());

    private final LetterWork work = new LetterWork(mock(), this.letters, this.writer, this.cipher, this.lease,
            new LetterProperties("from@example.org", Duration.ofDays(7), 1, Duration.ofSeconds(1),
                    Duration.ofSeconds(1)));

    private final DataAccessResourceFailureException away = new DataAccessResourceFailureException("Away");

    @BeforeEach
    void oneIsDue() {
        given(this.letters.claim(any(), any())).willReturn(Optional.of(this.letter));
        given(this.letters.messageId(any())).willReturn("id@example.org");
        given(this.cipher.decryptAddress(any(), any())).willReturn(EmailAddress.parse("to@example.org").orElseThrow());
        given(this.writer.write(any(), any(), any())).willReturn(new byte[] { 1 });
        given(this.line.handOver(any(), any(), any())).willReturn(new Answer(Verdict.ACCEPTED, "250 OK"));
        given(this.lease.isHeld()).willReturn(true);
        given(this.lease.sender()).willReturn(UUID.randomUUID());
    }

    private Settled settled(int attempts) {
        ArgumentCaptor<Settled> settled = ArgumentCaptor.captor();
        then(this.letters).should(times(attempts)).settle(eq(this.letter), any(), settled.capture());
        return settled.getValue();
    }

    @Test
    void anOutcomeIsRecordedHoweverOftenTheDatabaseFails() {
        willThrow(this.away).willThrow(this.away).willDoNothing().given(this.letters).settle(any(), any(), any());
        this.work.take(this.line, new Stop());
        assertThat(settled(3).words()).isEqualTo("250 OK");
    }

    /** Others may believe us dead, and send it too. */
    @Test
    void nothingIsHandedOverOnceTheLeaseHasRunOut() {
        given(this.lease.isHeld()).willReturn(false);
        this.work.take(this.line, new Stop());
        then(this.line).should(never()).handOver(any(), any(), any());
        assertThat(settled(1).outcome()).isNull();
    }

    /** It was committed, perhaps, and nobody else puts back what the living have. */
    @Test
    void aClaimOfWhichNobodyHeardIsPutBack() {
        given(this.letters.claim(any(), any())).willThrow(this.away);
        willThrow(this.away).willDoNothing().given(this.letters).release(any());
        assertThatExceptionOfType(DataAccessResourceFailureException.class)
            .isThrownBy(() -> this.work.take(this.line, new Stop()));
        ArgumentCaptor<UUID> claimed = ArgumentCaptor.captor();
        then(this.letters).should().claim(any(), claimed.capture());
        then(this.letters).should(times(2)).release(claimed.getValue());
    }

    /** After the database was away all look dead for a moment. */
    @Test
    void nobodyIsBelievedDeadBeforeTheyWereWatchedForLongEnough() {
        var sweep = new LetterSweep(this.letters, this.lease);
        sweep.sortOrphans();
        then(this.letters).should(never()).sortOrphans();
        given(this.lease.mayJudgeOthers()).willReturn(true);
        sweep.sortOrphans();
        then(this.letters).should().sortOrphans();
    }

}
