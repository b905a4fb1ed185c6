package newsletter.devstack.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpConnection;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.SmtpCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;

/**
 * GreenMail's SMTP server, which parses what it receives and writes it anew. This one
 * keeps the bytes, and the envelope.
 */
final class ExactSmtpServer extends SmtpServer {

    private static final byte[] CRLF = { '\r', '\n' };

    private final EmbeddedMailbox mailbox;

    ExactSmtpServer(ServerSetup setup, Managers managers, EmbeddedMailbox mailbox) {
        super(setup, managers);
        this.mailbox = mailbox;
    }

    @Override
    protected ProtocolHandler createProtocolHandler(Socket client) {
        return new SmtpHandler(new Commands(), new Recipients(), client);
    }

    /** Says no to the recipients that the mailbox refuses. */
    private final class Recipients extends SmtpManager {

        Recipients() {
            super(managers.getImapHostManager(), managers.getUserManager());
        }

        @Override
        public @Nullable String checkRecipient(SmtpState state, MailAddress recipient) {
            return mailbox.refusalOf(recipient.getEmail());
        }

    }

    /** GreenMail's, but for one. */
    private final class Commands extends SmtpCommandRegistry {

        @Override
        public @Nullable SmtpCommand getCommand(String name) {
            return name.equals("DATA") ? new Data() : super.getCommand(name);
        }

    }

    private final class Data extends SmtpCommand {

        @Override
        public void execute(SmtpConnection connection, SmtpState state, SmtpManager manager, String line)
                throws IOException {
            MovingMessage message = state.getMessage();
            if (message.getReturnPath() == null || message.getToAddresses().isEmpty()) {
                connection.send("503 MAIL and RCPT come first");
                return;
            }
            connection.send("354 Start mail input; end with <CRLF>.<CRLF>");
            var mail = new ReceivedMail(message.getReturnPath().getEmail(),
                    message.getToAddresses().stream().map(MailAddress::getEmail).sorted().toList(),
                    Instant.now().truncatedTo(ChronoUnit.MILLIS), read(connection));
            try {
                deliver(mail);
                connection.send("250 OK");
            }
            catch (MessagingException | UserException | RuntimeException ex) {
                log.error("mail not stored", ex);
                connection.send("451 local error");
            }
            state.clearMessage();
        }

    }

    private static byte[] read(SmtpConnection connection) throws IOException {
        // GreenMail cuts the last line's CRLF off with the closing dot; it goes in at the
        // front and comes out at the end.
        byte[] read = connection.dotLimitedInputStream(CRLF).readAllBytes();
        byte[] turned = Arrays.copyOf(read, read.length + 2);
        System.arraycopy(CRLF, 0, turned, read.length, 2);
        return Arrays.copyOfRange(turned, 2, turned.length);
    }

    private void deliver(ReceivedMail mail) throws MessagingException, UserException {
        putIntoInboxes(mail, managers);
        mailbox.receive(mail);
    }

    /** For mail programs, who expect the trace header. */
    static void putIntoInboxes(ReceivedMail mail, Managers managers) throws MessagingException, UserException {
        byte[] trace = ("Return-Path: <" + mail.envelopeFrom() + ">\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] raw = mail.raw();
        byte[] whole = Arrays.copyOf(trace, trace.length + raw.length);
        System.arraycopy(raw, 0, whole, trace.length, raw.length);
        for (String recipient : mail.recipients()) {
            var message = new MovingMessage();
            message.setMimeMessage(GreenMailUtil.newMimeMessage(new ByteArrayInputStream(whole)));
            managers.getUserManager().deliver(message, new MailAddress(recipient));
        }
    }

}
