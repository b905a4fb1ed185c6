package newsletter.subscription.maildomain;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import newsletter.subscription.TestClock;
import newsletter.subscription.maildomain.FakeNameServer.Behaviour;

import static org.assertj.core.api.Assertions.assertThat;

class MailDomainsTests {

    private static final String DOMAIN = "residents.example.org";

    private final TestClock clock = new TestClock();

    private final FakeNameServer names = new FakeNameServer();

    private final MailDomains domains = domains(this.names.uri(), Duration.ofSeconds(5), 50);

    MailDomainsTests() throws IOException {
    }

    @AfterEach
    void close() {
        this.names.close();
    }

    private MailDomains domains(String server, Duration patience, int atOnce) {
        return new MailDomains(new MailDomainProperties(true, server, patience, atOnce, Duration.ofMinutes(10)),
                this.clock);
    }

    @Test
    void a16ADomainThatDoesNotExistTakesNone() {
        assertThat(this.domains.takesNone(DOMAIN)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.INCLUDE, names = { "NULL_MX", "NOTHING" })
    void a16ADomainThatSaysSoOrHasNoAddressTakesNone(Behaviour behaviour) {
        this.names.with(DOMAIN, behaviour);
        assertThat(this.domains.takesNone(DOMAIN)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.INCLUDE, names = { "EXCHANGER", "ADDRESS_ONLY" })
    void a16ADomainWithAnExchangerOrAnAddressTakesMail(Behaviour behaviour) {
        this.names.with(DOMAIN, behaviour);
        assertThat(this.domains.takesNone(DOMAIN)).isFalse();
    }

    @Test
    void a16AFailureSpeaksAgainstNobodyAndIsNotRemembered() {
        this.names.with(DOMAIN, Behaviour.FAILS);
        assertThat(this.domains.takesNone(DOMAIN)).isFalse();
        this.names.with(DOMAIN, Behaviour.NULL_MX);
        assertThat(this.domains.takesNone(DOMAIN)).isTrue();
    }

    @Test
    void a16NobodyWaitsLongForAnAnswer() {
        this.names.with(DOMAIN, Behaviour.SILENT);
        MailDomains impatient = domains(this.names.uri(), Duration.ofMillis(200), 50);
        long start = System.nanoTime();
        assertThat(impatient.takesNone(DOMAIN)).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void a16AnAnswerIsGoodForAWhile() {
        this.names.with(DOMAIN, Behaviour.EXCHANGER);
        for (int time = 0; time < 20; time++) {
            this.domains.takesNone(DOMAIN);
        }
        assertThat(this.names.questions()).isEqualTo(1);
        this.clock.forward(Duration.ofMinutes(10));
        this.domains.takesNone(DOMAIN);
        assertThat(this.names.questions()).isEqualTo(2);
    }

    @Test
    void a16AnAttackerWithManyDomainsFillsNoMemoryAndDoesNotMakeUsAskMuchAtOnce() {
        MailDomains few = domains(this.names.uri(), Duration.ofMillis(20), 2);
        for (int domain = 0; domain < 20; domain++) {
            this.names.with("silent" + domain + ".example.org", Behaviour.SILENT);
            assertThat(few.takesNone("silent" + domain + ".example.org")).isFalse();
        }
        assertThat(few.remembered()).isLessThanOrEqualTo(2);
        for (int domain = 0; domain < MailDomains.REMEMBERED + 10; domain++) {
            this.domains.takesNone("nobody" + domain + ".example.org");
        }
        assertThat(this.domains.remembered()).isEqualTo(MailDomains.REMEMBERED);
    }

    @Test
    void a16WhereItIsSwitchedOffNobodyIsAsked() {
        var off = new MailDomains(
                new MailDomainProperties(false, this.names.uri(), Duration.ofSeconds(1), 50, Duration.ofMinutes(10)),
                this.clock);
        assertThat(off.takesNone(DOMAIN)).isFalse();
        assertThat(this.names.questions()).isZero();
    }

}
