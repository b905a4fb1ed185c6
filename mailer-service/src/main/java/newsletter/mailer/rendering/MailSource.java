package newsletter.mailer.rendering;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

/**
 * A mail as a person can look at it: taken apart again from its bytes, so that what is
 * shown for approval is what those bytes say.
 */
public record MailSource(String headers, String text, String html) {

    /** Made once: every session reads the class path. */
    private static final Session SESSION = Session.getInstance(new Properties());

    public static MailSource of(byte[] bytes) {
        try {
            var message = new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
            var parts = (MimeMultipart) message.getContent();
            var source = new String(bytes, StandardCharsets.US_ASCII);
            return new MailSource(source.substring(0, source.indexOf("\r\n\r\n")),
                    (String) parts.getBodyPart(0).getContent(), (String) parts.getBodyPart(1).getContent());
        }
        catch (MessagingException ex) {
            throw new UncompilableMail("The mail cannot be read back");
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
