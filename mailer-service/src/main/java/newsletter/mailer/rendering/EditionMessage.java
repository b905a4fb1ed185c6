package newsletter.mailer.rendering;

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

import newsletter.mailer.audience.Newsletter;

/**
 * The MIME form of an edition, with sentinels where recipients differ.
 *
 * <p>
 * There is no {@code Auto-Submitted}: people wrote this, and RFC 3834 keeps that header
 * for machines.
 */
final class EditionMessage extends MimeMessage {

    /** Made once: every session reads the class path. */
    private static final Session SESSION = Session.getInstance(new Properties());

    /** Would let a value begin a header of its own, or hide in one. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

    private static final Pattern FOLDED_ASCII = Pattern.compile("([ -~]|\r\n[ \t])*");

    EditionMessage(Newsletter newsletter, String subject, String help, String archive) {
        super(SESSION);
        try {
            put("From", address(newsletter.senderAddress(), newsletter.sender()));
            put("To", Slot.TO.sentinel());
            put("Subject", MimeUtility.fold("Subject: ".length(), encoded(subject)));
            put("Date", Slot.DATE.sentinel());
            put("List-Id", phrase(newsletter.name()) + "\r\n <" + newsletter.id() + "." + domain(newsletter) + ">");
            put("List-Unsubscribe", "<" + Slot.ONE_CLICK_URL.sentinel() + ">");
            put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            put("List-Help", "<mailto:" + help + ">");
            put("List-Owner", "<mailto:" + help + ">");
            put("List-Archive", "<" + archive + ">");
            put("List-Post", "NO");
        }
        catch (MessagingException | IOException ex) {
            throw new IllegalArgumentException(
                    "The headers of newsletter %s cannot be written".formatted(newsletter.id()), ex);
        }
    }

    byte[] write(String text, String html) {
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

    /** Jakarta Mail would make one up that names this machine. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + Slot.MESSAGE_ID.sentinel() + ">");
    }

    /** Every header passes here: setHeader alone would write a line break as it is. */
    private void put(String name, String value) throws MessagingException {
        if (!FOLDED_ASCII.matcher(value).matches()) {
            throw new IllegalArgumentException("The header %s cannot hold such a value".formatted(name));
        }
        setHeader(name, value);
    }

    private static String encoded(String text) throws IOException {
        if (CONTROL.matcher(text).find()) {
            throw new IllegalArgumentException("A header cannot hold control characters");
        }
        return MimeUtility.encodeText(text, StandardCharsets.UTF_8.name(), null);
    }

    private static String address(String address, String name) throws MessagingException, IOException {
        var from = new InternetAddress(address, encoded(name).isEmpty() ? null : name, StandardCharsets.UTF_8.name());
        from.validate();
        return from.toString();
    }

    private static String phrase(String name) throws IOException {
        String encoded = encoded(name);
        return encoded.equals(name) ? "\"" + name.replaceAll("[\"\\\\]", "\\\\$0") + "\"" : encoded;
    }

    private static String domain(Newsletter newsletter) {
        return newsletter.senderAddress().substring(newsletter.senderAddress().indexOf('@') + 1);
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
