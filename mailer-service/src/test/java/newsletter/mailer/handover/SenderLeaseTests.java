package newsletter.mailer.handover;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import newsletter.mailer.TableTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@TableTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class SenderLeaseTests {

    @Autowired
    private JdbcClient jdbc;

    private SenderLease lease(Duration lease) {
        return new SenderLease(this.jdbc, new HandoverProperties("news.example.org", "bounces.example.org", lease));
    }

    private boolean isAlive(SenderLease lease) {
        return this.jdbc.sql("SELECT count(*) = 1 FROM sender WHERE sender_id = :sender AND held_until > now()")
            .param("sender", lease.sender())
            .query(Boolean.class)
            .single();
    }

    @Test
    void nothingIsHeldBeforeTheDatabaseKnowsOfIt() {
        assertThat(lease(Duration.ofMinutes(1)).isHeld()).isFalse();
    }

    @Test
    void aSenderThatCannotRenewStopsBeforeItIsBelievedDead() {
        SenderLease lease = lease(Duration.ofSeconds(1));
        lease.renew();
        assertThat(lease.isHeld()).isTrue();
        await().pollInterval(Duration.ofMillis(10)).until(() -> !lease.isHeld());
        assertThat(isAlive(lease)).isTrue();
        await().until(() -> !isAlive(lease));
    }

    @Test
    void othersAreJudgedOnlyByOneWhoWatchedLongEnough() {
        SenderLease lease = lease(Duration.ofMillis(600));
        lease.renew();
        assertThat(lease.mayJudgeOthers()).isFalse();
        await().pollInterval(Duration.ofMillis(100)).until(() -> {
            lease.renew();
            return lease.mayJudgeOthers();
        });
        await().until(() -> !lease.isHeld());
        lease.renew();
        assertThat(lease.mayJudgeOthers()).as("after a gap").isFalse();
    }

    @Test
    void aLeaseIsRenewedWhileItRunsAndGivenUpWhenItStops() {
        SenderLease lease = lease(Duration.ofMillis(300));
        lease.start();
        await().until(lease::mayJudgeOthers);
        assertThat(isAlive(lease)).isTrue();
        lease.stop();
        assertThat(isAlive(lease)).isFalse();
        assertThat(lease.isHeld()).isFalse();
    }

}
