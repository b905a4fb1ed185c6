package newsletter.devstack.mail;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StoredMailTests {

    private static final String SENT = "From: news@example.org\r\nReceived: inside\r\n\r\nhello\r\n";

    @Test
    void whatServersPutOnTopIsTakenOffAndRead() {
        StoredMail mail = of(
                "Bcc: a@example.org\r\nReturn-Path: <bounces@example.org>\r\nDelivered-To: b@example.org\r\n"
                        + "Received: from localhost (localhost [127.0.0.1])\r\n        by mailpit (Mailpit) with SMTP\r\n"
                        + SENT);
        assertThat(mail.mail()).asString(StandardCharsets.ISO_8859_1).isEqualTo(SENT);
        assertThat(mail.first("Return-Path")).contains("bounces@example.org");
        assertThat(mail.all("Delivered-To")).containsExactly("b@example.org");
    }

    @Test
    void whereNothingIsOnTopNothingIsTakenOff() {
        StoredMail mail = of(SENT);
        assertThat(mail.mail()).asString(StandardCharsets.ISO_8859_1).isEqualTo(SENT);
        assertThat(mail.first("Return-Path")).isEmpty();
    }

    private static StoredMail of(String stored) {
        return StoredMail.of(stored.getBytes(StandardCharsets.ISO_8859_1));
    }

}
