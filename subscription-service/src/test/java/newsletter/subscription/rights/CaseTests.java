package newsletter.subscription.rights;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import newsletter.events.ConsentEvent.Right;

import static org.assertj.core.api.Assertions.assertThat;

class CaseTests {

    private static final Instant NOW = Instant.parse("2027-01-31T10:00:00Z");

    private static Case received(Right right) {
        return Case.received(UUID.fromString("3f2a91bc-1111-4222-8333-444455556666"), UUID.randomUUID(), right, NOW);
    }

    @Test
    void c21ARequestIsDueWithinTheShortestMonth() {
        Case one = received(Right.ACCESS);
        assertThat(one.dueAt()).isEqualTo("2027-02-28T10:00:00Z");
        assertThat(one.isOverdue(one.dueAt().minusMillis(1))).isFalse();
        assertThat(one.isOverdue(one.dueAt())).isTrue();
        assertThat(one.number()).isEqualTo("3F2A-91BC");
    }

    @Test
    void c41AComplaintIsAcknowledgedWithinThirtyDaysAndThenHasNoClock() {
        Case one = received(Right.COMPLAINT);
        assertThat(one.dueAt()).isEqualTo(NOW.plus(Duration.ofDays(30)));
        Case acknowledged = one.acknowledge(NOW.plusSeconds(1)).orElseThrow();
        assertThat(acknowledged.isOverdue(one.dueAt())).isFalse();
        assertThat(acknowledged.isOpen()).isTrue();
        assertThat(one.isOverdue(one.dueAt())).isTrue();
    }

    @Test
    void acknowledgingTwiceKeepsTheFirst() {
        Case acknowledged = received(Right.COMPLAINT).acknowledge(NOW).orElseThrow();
        assertThat(acknowledged.acknowledge(NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void itTakesTwoMonthsMoreOnce() {
        Case extended = received(Right.ACCESS).extend("complex").orElseThrow();
        assertThat(extended.dueAt()).isEqualTo("2027-04-28T10:00:00Z");
        assertThat(extended.extend("complex")).isEmpty();
        assertThat(received(Right.COMPLAINT).extend("complex")).isEmpty();
    }

    @Test
    void whileTheClockStandsNothingIsOverdueAndTheWaitIsAdded() {
        Case stopped = received(Right.ACCESS).stop("identity", NOW.plus(Duration.ofDays(1))).orElseThrow();
        assertThat(stopped.isOverdue(NOW.plus(Duration.ofDays(100)))).isFalse();
        assertThat(stopped.stop("identity", NOW)).isEmpty();
        Case runs = stopped.resume(NOW.plus(Duration.ofDays(11))).orElseThrow();
        assertThat(runs.dueAt()).isEqualTo(NOW.plus(Duration.ofDays(38)));
        assertThat(runs.stoppedFor()).isNull();
        assertThat(runs.resume(NOW)).isEmpty();
    }

    @Test
    void aClosedCaseStaysAsItIs() {
        Case closed = received(Right.ACCESS).close("fulfilled", NOW).orElseThrow();
        assertThat(closed.isOverdue(NOW.plus(Duration.ofDays(100)))).isFalse();
        assertThat(closed.close("refused", NOW)).isEmpty();
        assertThat(closed.acknowledge(NOW)).isEmpty();
        assertThat(closed.extend("complex")).isEmpty();
        assertThat(closed.stop("identity", NOW)).isEmpty();
    }

}
