package newsletter.mailer.handover;

import java.io.IOException;
import java.io.OutputStream;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Angus's transport, taught to hand over bytes: greeting, STARTTLS and AUTH stay its own,
 * and a mail that is ready is not parsed and written again. Knows at each moment whose
 * the mail is, which Angus does not tell.
 */
final class RawTransport extends SMTPTransport {

    private static final byte[] CRLF = { '\r', '\n' };

    private boolean finalDot;

    private boolean recipientNamed;

    RawTransport(Session session, URLName server) {
        super(session, server);
    }

    /**
     * Hands over one mail to one recipient.
     * @return the code of the reply that decided; the reply is the
     * {@linkplain #getLastServerResponse() last} one
     * @throws MessagingException or {@link IOException} if there was none
     */
    synchronized int handOver(String from, String to, byte[] mail) throws MessagingException, IOException {
        this.finalDot = false;
        this.recipientNamed = false;
        checkConnected();
        int code = simpleCommand("MAIL FROM:<" + from + ">");
        if (!isPositive(code)) {
            return code;
        }
        this.recipientNamed = true;
        code = simpleCommand("RCPT TO:<" + to + ">");
        if (!isPositive(code)) {
            return code;
        }
        OutputStream body;
        try {
            body = data();
        }
        catch (SMTPSendFailedException ex) {
            return ex.getReturnCode();
        }
        body.write(mail);
        if (mail.length < 2 || mail[mail.length - 2] != '\r' || mail[mail.length - 1] != '\n') {
            body.write(CRLF);
        }
        // Set before the dot leaves: if we cannot tell, it has left.
        this.finalDot = true;
        // Not finishData(), which hides the reply when the connection ends with it.
        return simpleCommand(".");
    }

    /**
     * Whether the last mail was sent to its end. From then on only the relay's answer can
     * tell whether it was taken.
     */
    synchronized boolean isFinalDotSent() {
        return this.finalDot;
    }

    /** Whether the relay was told of the recipient, and can have meant them. */
    synchronized boolean isRecipientNamed() {
        return this.recipientNamed;
    }

    static boolean isPositive(int code) {
        return code >= 200 && code < 300;
    }

}
