package newsletter.devstack.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MailpitMailTests {

    private static final String SENT = "From: news@example.org\r\nReceived: inside\r\n\r\nhello\r\n";

    @Test
    void whatMailpitPutsOnTopIsTakenOff() {
        ReceivedMail mail = of("Bcc: a@example.org\r\nReturn-Path: <bounces@example.org>\r\n"
                + "Received: from localhost (localhost [127.0.0.1])\r\n        by mailpit (Mailpit) with SMTP\r\n"
                + SENT);
        assertThat(mail.source()).isEqualTo(SENT);
        assertThat(mail.envelopeFrom()).isEqualTo("bounces@example.org");
    }

    @Test
    void whereNothingIsOnTopNothingIsTakenOff() {
        ReceivedMail mail = of(SENT);
        assertThat(mail.source()).isEqualTo(SENT);
        assertThat(mail.envelopeFrom()).isEqualTo("news@example.org");
    }

    private static ReceivedMail of(String stored) {
        return MailpitMail.of(stored.getBytes(StandardCharsets.ISO_8859_1), List.of("a@example.org"),
                "news@example.org", Instant.EPOCH);
    }

}
