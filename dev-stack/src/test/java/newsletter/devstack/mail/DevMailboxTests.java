package newsletter.devstack.mail;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DevMailboxTests {

    private final DevMailbox mailbox = DevMailbox.shared();

    private final MailSender sender = new MailSender(mailbox);

    @Test
    void aMailIsKeptByteByByte() throws IOException {
        byte[] sent = """
                Subject:   folded
                \t over two lines
                x-ODD-header:no space, trailing space\s
                From: =?utf-8?q?City_of_Exford?= <news@example.org>
                To: exact@example.org
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                Grüße\s\s
                .a line that begins with a dot
                \s
                """.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        String stuffed = new String(sent, StandardCharsets.ISO_8859_1).replace("\r\n.", "\r\n..");
        sender.send("bounces@example.org", "exact@example.org", stuffed.getBytes(StandardCharsets.ISO_8859_1));
        ReceivedMail mail = mailbox.awaitMailTo("exact@example.org", "over two lines");
        assertThat(mail.raw()).isEqualTo(sent);
        assertThat(mail.source()).contains(".a line that begins").doesNotContain("..a line");
        assertThat(mail.text()).startsWith("Grüße");
        assertThat(mail.header("X-Odd-Header")).contains("no space, trailing space ");
    }

    @Test
    void recipientsComeFromTheEnvelope() throws IOException {
        sender.send("bounces@example.org", "Hidden@example.org", mail("hello", "somebody-else@example.org"));
        assertThat(mailbox.awaitMailTo("hidden@example.org").subject()).isEqualTo("hello");
    }

    @Test
    void bothAlternativesAreFound() throws IOException {
        byte[] data = """
                Subject: both
                To: both@example.org
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain

                plain
                --b
                Content-Type: text/html

                <p>rich</p>
                --b--
                """.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
        sender.send("news@example.org", "both@example.org", data);
        ReceivedMail mail = mailbox.awaitMailTo("both@example.org");
        assertThat(mail.text().strip()).isEqualTo("plain");
        assertThat(mail.html().strip()).isEqualTo("<p>rich</p>");
    }

    @Test
    void mailsComeInTheOrderTheyWereSent() throws IOException {
        for (String subject : new String[] { "one", "two", "three" }) {
            sender.send("news@example.org", "order@example.org", mail(subject, "order@example.org"));
        }
        mailbox.awaitMailTo("order@example.org", "three");
        assertThat(mailbox.mailsTo("order@example.org")).extracting(ReceivedMail::subject)
            .containsExactly("one", "two", "three");
    }

    @Test
    void stoppingRefusesAndStartingBringsMailsBackOnTheSamePort() throws IOException {
        sender.send("news@example.org", "restart@example.org", mail("before", "restart@example.org"));
        mailbox.awaitMailTo("restart@example.org", "before");
        int port = mailbox.smtpPort();
        mailbox.stop();
        try {
            assertThatExceptionOfType(ConnectException.class).isThrownBy(
                    () -> sender.send("news@example.org", "restart@example.org", mail("meanwhile", "restart@x")));
        }
        finally {
            mailbox.start();
        }
        sender.send("news@example.org", "restart@example.org", mail("after", "restart@example.org"));
        mailbox.awaitMailTo("restart@example.org", "after");
        assertThat(mailbox.mailsTo("restart@example.org")).extracting(ReceivedMail::subject)
            .containsExactly("before", "after");
        assertThat(mailbox.smtpPort()).isEqualTo(port);
    }

    static byte[] mail(String subject, String to) {
        return "Subject: %s\r\nFrom: news@example.org\r\nTo: %s\r\n\r\nhello\r\n".formatted(subject, to)
            .getBytes(StandardCharsets.US_ASCII);
    }

}
