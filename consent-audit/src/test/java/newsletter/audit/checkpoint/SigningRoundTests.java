package newsletter.audit.checkpoint;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** What hinders signing is told once, and forgotten when it is over. */
@ExtendWith(OutputCaptureExtension.class)
class SigningRoundTests {

    private final Signing signing = mock();

    private final SigningRound round = new SigningRound(this.signing);

    @Test
    void aDatabaseThatIsAwayIsMentionedOnceAndWithoutATrace(CapturedOutput output) {
        given(this.signing.signWhatGrew()).willThrow(new CannotCreateTransactionException("away"))
            .willThrow(new DataAccessResourceFailureException("away"))
            .willReturn(Optional.empty());
        this.round.sign();
        this.round.sign();
        assertThat(this.round.refusal()).contains("The database does not answer.");
        assertThat(output.getOut()).containsOnlyOnce("Checkpoints are no longer signed").doesNotContain("\tat ");
        this.round.sign();
        assertThat(this.round.refusal()).isEmpty();
    }

    @Test
    void whatMustNotBeSignedIsShownUntilItIsOver() {
        given(this.signing.signWhatGrew()).willThrow(new SigningRefused("It was rolled back."))
            .willReturn(Optional.empty());
        this.round.sign();
        assertThat(this.round.refusal()).contains("It was rolled back.");
        this.round.sign();
        assertThat(this.round.refusal()).isEmpty();
    }

}
