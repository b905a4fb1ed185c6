package newsletter.mailer.mime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;

/**
 * A mail of two alternatives (RFC 2046, section 5.1.4), text first. The same words make
 * the same bytes.
 */
public abstract class TextAndHtml extends MimeMessage {

    /** Made once: every session reads the class path. */
    private static final Session SESSION = Session.getInstance(new Properties());

    /** Would let a value begin a header of its own, or hide in one. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

    private static final Pattern ASCII = Pattern.compile("[ -~]*");

    private static final Pattern FOLDED_ASCII = Pattern.compile("([ -~]|\r\n[ \t])*");

    private final String messageId;

    /**
     * @param messageId without angle brackets
     */
    protected TextAndHtml(String messageId) {
        super(SESSION);
        this.messageId = messageId;
    }

    /**
     * A header of one line.
     * @throws IllegalArgumentException if the value is not printable ASCII
     */
    protected final void put(String name, String value) throws MessagingException {
        put(name, value, ASCII);
    }

    /**
     * A header that was made to fit on several lines.
     * @throws IllegalArgumentException if the value is not printable ASCII, folded (RFC
     * 5322, section 2.2.3)
     */
    protected final void putFolded(String name, String value) throws MessagingException {
        put(name, value, FOLDED_ASCII);
    }

    /** setHeader alone would write a line break as it is. */
    private void put(String name, String value, Pattern allowed) throws MessagingException {
        if (!allowed.matcher(value).matches()) {
            throw new IllegalArgumentException("The header %s cannot hold such a value".formatted(name));
        }
        setHeader(name, value);
    }

    protected final void putSubject(String subject) throws MessagingException, IOException {
        putFolded("Subject", MimeUtility.fold("Subject: ".length(), encoded(subject)));
    }

    /**
     * Text as a header can hold it (RFC 2047).
     * @throws IllegalArgumentException if it has control characters
     */
    protected static String encoded(String text) throws IOException {
        if (CONTROL.matcher(text).find()) {
            throw new IllegalArgumentException("A header cannot hold control characters");
        }
        return MimeUtility.encodeText(text, StandardCharsets.UTF_8.name(), null);
    }

    /** An address with the name of its owner, if it has one. */
    protected static String mailbox(String address, String name) throws MessagingException, IOException {
        var mailbox = new InternetAddress(address, encoded(name).isEmpty() ? null : name,
                StandardCharsets.UTF_8.name());
        mailbox.validate();
        return mailbox.toString();
    }

    /** The bytes as they go to the relay. */
    public final byte[] write(String text, String html) {
        try {
            setContent(new Alternative(part(text, "plain"), part(html, "html")));
            saveChanges();
            var bytes = new ByteArrayOutputStream();
            writeTo(bytes);
            return bytes.toByteArray();
        }
        catch (MessagingException ex) {
            throw new IllegalStateException(ex);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /**
     * Jakarta Mail would make one up, another at each attempt, that names this machine.
     */
    @Override
    protected final void updateMessageID() throws MessagingException {
        put("Message-ID", "<" + this.messageId + ">");
    }

    /** Quoted-printable even where it is longer: people read the source of mails. */
    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text.replaceAll("\\R", "\r\n"), StandardCharsets.UTF_8.name(), subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    /** The same text makes the same bytes, so the boundary must not be random. */
    private static final class Alternative extends MimeMultipart {

        /** Quoted-printable never makes "=_", so this cannot be in a part. */
        private static final String BOUNDARY = "=_city-newsletter";

        Alternative(MimeBodyPart text, MimeBodyPart html) throws MessagingException {
            super("alternative", text, html);
            this.contentType = "multipart/alternative; boundary=\"" + BOUNDARY + "\"";
        }

    }

}
