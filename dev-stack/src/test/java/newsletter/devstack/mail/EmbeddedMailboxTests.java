package newsletter.devstack.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import jakarta.mail.Folder;
import jakarta.mail.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import newsletter.devstack.engine.Ports;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedMailboxTests {

    private final EmbeddedMailbox mailbox = DevMailbox.ownEmbedded();

    private final MailSender sender = new MailSender(mailbox);

    @AfterEach
    void stop() {
        mailbox.stop();
        mailbox.stopImap();
    }

    @Test
    void aRefusedRecipientIsRefusedUntilAccepted() throws IOException {
        mailbox.refuse("gone@example.org", "550 5.1.1 No such user");
        assertThat(sender.send("news@example.org", "Gone@example.org", new byte[0]))
            .isEqualTo("550 5.1.1 No such user");
        mailbox.accept("gone@example.org");
        assertThat(
                sender.send("news@example.org", "gone@example.org", DevMailboxTests.mail("back", "gone@example.org")))
            .startsWith("250");
        assertThat(mailbox.mailsTo("gone@example.org")).hasSize(1);
    }

    @Test
    void theEnvelopeIsKept() throws IOException {
        sender.send("bounces+7@example.org", "someone@example.org", DevMailboxTests.mail("x", "list@example.org"));
        assertThat(mailbox.mails()).singleElement().satisfies((mail) -> {
            assertThat(mail.envelopeFrom()).isEqualTo("bounces+7@example.org");
            assertThat(mail.recipients()).containsExactly("someone@example.org");
        });
    }

    @Test
    void anEmptyMailIsEmpty() throws IOException {
        sender.send("news@example.org", "someone@example.org", new byte[0]);
        assertThat(mailbox.mails()).singleElement().satisfies((mail) -> assertThat(mail.raw()).isEmpty());
    }

    @Test
    void listenersHearBeforeTheSender() throws IOException {
        var heard = new ArrayList<ReceivedMail>();
        mailbox.onMail(heard::add);
        sender.send("news@example.org", "someone@example.org", DevMailboxTests.mail("x", "someone@example.org"));
        assertThat(heard).hasSize(1);
    }

    @Test
    void aMailProgramReadsByImapWhatWasSentOrRestored() throws Exception {
        int port = Ports.free();
        mailbox.startImap(port);
        mailbox.restore(new ReceivedMail("news@example.org", List.of("reader@example.org"), Instant.EPOCH,
                "Subject: old\r\n\r\nhello\r\n".getBytes(StandardCharsets.US_ASCII)));
        sender.send("news@example.org", "reader@example.org", DevMailboxTests.mail("new", "reader@example.org"));
        var subjects = new ArrayList<String>();
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", port, "reader@example.org", "anything");
            try (var inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                for (var message : inbox.getMessages()) {
                    subjects.add(message.getSubject());
                }
            }
        }
        assertThat(subjects).containsExactly("old", "new");
    }

}
