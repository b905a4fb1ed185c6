package newsletter.mailer.handover;

import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The city's relay, as {@code spring.mail} describes it. */
@Component
public class MailServer {

    private final JavaMailSenderImpl settings;

    private final String bounceDomain;

    MailServer(JavaMailSenderImpl settings, HandoverProperties properties) {
        this.settings = settings;
        this.bounceDomain = properties.bounceDomain();
    }

    /**
     * Connects.
     * @throws NoMailServer if that fails, for whatever reason
     */
    public Line open() throws NoMailServer {
        var transport = new RawTransport(session(), new URLName("smtp", this.settings.getHost(),
                this.settings.getPort(), null, this.settings.getUsername(), this.settings.getPassword()));
        try {
            transport.connect(this.settings.getHost(), this.settings.getPort(), this.settings.getUsername(),
                    this.settings.getPassword());
            return new Line(transport, this.bounceDomain);
        }
        catch (MessagingException ex) {
            throw new NoMailServer("The mail server cannot be reached: " + ReplyText.of(reason(ex), ""));
        }
    }

    private static String reason(MessagingException ex) {
        String message = ex.getMessage();
        return (message != null) ? message : ex.getClass().getSimpleName();
    }

    private Session session() {
        var properties = new Properties();
        properties.putAll(this.settings.getJavaMailProperties());
        properties.put("mail.smtp.socketFactory", new NoDelaySockets());
        return Session.getInstance(properties);
    }

}
