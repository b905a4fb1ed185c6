package newsletter.mailer.handover;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import newsletter.mailer.handover.Answer.Verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LineTests {

    private static final String TO = "ada@example.net";

    private static final byte[] MAIL = "Subject: Hello\r\n\r\nHello\r\n.hidden\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ScriptedRelay relay = new ScriptedRelay();

    @AfterEach
    void close() {
        this.relay.close();
    }

    private MailServer server() {
        var settings = new JavaMailSenderImpl();
        settings.setHost(this.relay.host());
        settings.setPort(this.relay.port());
        settings.getJavaMailProperties().setProperty("mail.smtp.timeout", "2000");
        settings.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "2000");
        return new MailServer(settings,
                new HandoverProperties("news.example.org", "bounces.example.org", Duration.ofSeconds(30)));
    }

    private Answer handOver() throws NoMailServer {
        try (Line line = server().open()) {
            return line.handOver("7", TO, MAIL);
        }
    }

    @Test
    void aMailThatTheRelayTakesIsAccepted() throws NoMailServer {
        assertThat(handOver()).isEqualTo(new Answer(Verdict.ACCEPTED, "250 2.0.0 Ok: queued as 1"));
        assertThat(this.relay.commands()).contains("MAIL FROM:<bounce+7@bounces.example.org>",
                "RCPT TO:<ada@example.net>");
        assertThat(this.relay.mails()).containsExactly("Subject: Hello\r\n\r\nHello\r\n..hidden\r\n");
    }

    @Test
    void oneLineCarriesManyMails() throws NoMailServer {
        try (Line line = server().open()) {
            for (int i = 0; i < 3; i++) {
                assertThat(line.handOver("7", TO, MAIL).verdict()).isEqualTo(Verdict.ACCEPTED);
            }
            assertThat(line.isBroken()).isFalse();
        }
        assertThat(this.relay.mails()).hasSize(3);
        assertThat(this.relay.commands()).filteredOn((command) -> command.startsWith("EHLO")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
            // What the relay says of the recipient, or of the mail, is final when it is
            // 5xx.
            "RCPT, 550 5.1.1 No such user, REFUSED", ".,    554 5.6.0 No such mail, REFUSED",
            "RCPT, 451 4.7.1 Greylisted, DEFERRED", ".,    451 4.3.0 Disk full, DEFERRED",
            "DATA, 554 5.5.1 No, REFUSED", "DATA, 421 4.3.2 Shutting down, DEFERRED",
            // What it says of us says nothing of the recipient.
            "MAIL, 530 5.7.0 Sign in first, DEFERRED", "MAIL, 421 4.3.2 Shutting down, DEFERRED" })
    void theReplyDecides(String command, String reply, Verdict verdict) throws NoMailServer {
        this.relay.answers(command, reply);
        assertThat(handOver()).isEqualTo(new Answer(verdict, reply));
    }

    @ParameterizedTest
    @CsvSource({ "MAIL", "RCPT", "DATA" })
    void aConnectionThatBreaksBeforeTheEndLeavesTheMailOurs(String command) throws NoMailServer {
        this.relay.answers(command, ScriptedRelay.HANG_UP);
        try (Line line = server().open()) {
            assertThat(line.handOver("7", TO, MAIL).verdict()).isEqualTo(Verdict.DEFERRED);
            assertThat(line.isBroken()).isTrue();
        }
    }

    @Test
    void aConnectionThatBreaksAfterTheFinalDotLeavesItInDoubt() throws NoMailServer {
        this.relay.answers(".", ScriptedRelay.HANG_UP);
        try (Line line = server().open()) {
            assertThat(line.handOver("7", TO, MAIL).verdict()).isEqualTo(Verdict.IN_DOUBT);
            assertThat(line.isBroken()).isTrue();
        }
        assertThat(this.relay.mails()).hasSize(1);
    }

    @Test
    void aReplyWithoutAMeaningLeavesItInDoubt() throws NoMailServer {
        this.relay.answers(".", "yes?");
        assertThat(handOver().verdict()).isEqualTo(Verdict.IN_DOUBT);
    }

    @Test
    void afterARefusalTheLineIsUsedForTheNext() throws NoMailServer {
        try (Line line = server().open()) {
            this.relay.answers("RCPT", "550 5.1.1 No such user");
            assertThat(line.handOver("7", TO, MAIL).verdict()).isEqualTo(Verdict.REFUSED);
            this.relay.answers("RCPT", "250 2.1.5 Ok");
            assertThat(line.handOver("8", TO, MAIL).verdict()).isEqualTo(Verdict.ACCEPTED);
        }
        assertThat(this.relay.commands()).contains("RSET");
    }

    @Test
    void aBrokenLineIsNotUsedAgain() throws NoMailServer {
        this.relay.answers("RCPT", ScriptedRelay.HANG_UP);
        try (Line line = server().open()) {
            line.handOver("7", TO, MAIL);
            this.relay.answers("RCPT", "250 2.1.5 Ok");
            assertThat(line.handOver("8", TO, MAIL).verdict()).isEqualTo(Verdict.DEFERRED);
        }
        assertThat(this.relay.mails()).isEmpty();
    }

    @Test
    void anAddressCannotBringACommand() throws NoMailServer {
        try (Line line = server().open()) {
            Answer answer = line.handOver("7", "ada@example.net>\r\nRCPT TO:<eve@example.net", MAIL);
            assertThat(answer.verdict()).isEqualTo(Verdict.DEFERRED);
        }
        assertThat(this.relay.commands()).noneMatch((command) -> command.contains("eve"));
    }

    @Test
    void aRelayThatIsAwaySaysWhy() {
        this.relay.close();
        assertThatExceptionOfType(NoMailServer.class).isThrownBy(() -> server().open())
            .withMessageStartingWith("The mail server cannot be reached: ");
    }

}
