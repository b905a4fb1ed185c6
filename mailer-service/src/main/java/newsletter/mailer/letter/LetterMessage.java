package newsletter.mailer.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
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
 * The MIME form of a letter: text first, then the same as HTML. A machine wrote it, and
 * it says so (RFC 3834); there is nothing to unsubscribe from, so no header offers to.
 */
final class LetterMessage extends MimeMessage {

    /** Made once: every session reads the class path. */
    private static final Session SESSION = Session.getInstance(new Properties());

    private static final Pattern PRINTABLE_OR_FOLDED = Pattern.compile("([ -~]|\r\n[ \t])*");

    private final String messageId;

    /**
     * What a letter says of itself.
     *
     * @param name the sender's
     * @param address the sender's
     * @param replyTo where answers are read
     * @param messageId without angle brackets
     */
    record Head(String name, String address, String replyTo, String to, String subject, String messageId) {

        /** Says nothing: an address does not belong in a log. */
        @Override
        public String toString() {
            return "Head";
        }

    }

    LetterMessage(Head head, Instant date) {
        super(SESSION);
        this.messageId = encodable(head.messageId);
        try {
            put("From", new InternetAddress(head.address, encodable(head.name), "UTF-8").toString());
            put("Reply-To", encodable(head.replyTo));
            put("To", encodable(head.to));
            put("Subject", MimeUtility.fold("Subject: ".length(),
                    MimeUtility.encodeText(encodable(head.subject), "UTF-8", null)));
            put("Auto-Submitted", "auto-generated");
            put("X-Auto-Response-Suppress", "All");
            setSentDate(Date.from(date));
        }
        catch (MessagingException | IOException ex) {
            throw new IllegalArgumentException("The headers of a letter cannot be written", ex);
        }
    }

    byte[] write(String text, String html) {
        try {
            setContent(new MimeMultipart("alternative", part(text, "plain"), part(html, "html")));
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
    protected void updateMessageID() throws MessagingException {
        put("Message-ID", "<" + this.messageId + ">");
    }

    /**
     * Every header of ours passes here: setHeader alone would write a line break as it
     * is.
     */
    private void put(String name, String value) throws MessagingException {
        if (!PRINTABLE_OR_FOLDED.matcher(value).matches()) {
            throw new IllegalArgumentException("The header %s cannot hold such a value".formatted(name));
        }
        setHeader(name, value);
    }

    private static String encodable(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A header cannot hold control characters");
        }
        return text;
    }

    /** Quoted-printable even where it is longer: people read the source of mails. */
    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text.replaceAll("\\R", "\r\n"), StandardCharsets.UTF_8.name(), subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

}
