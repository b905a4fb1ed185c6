package newsletter.devstack.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

/** One mail: its envelope, and its bytes as the SMTP server got them. */
public final class ReceivedMail {

    private final String envelopeFrom;

    private final List<String> recipients;

    private final Instant receivedAt;

    private final byte[] raw;

    /** The array is this mail's from now on. */
    public ReceivedMail(String envelopeFrom, List<String> recipients, Instant receivedAt, byte[] raw) {
        this.envelopeFrom = envelopeFrom;
        this.recipients = List.copyOf(recipients);
        this.receivedAt = receivedAt;
        this.raw = raw;
    }

    /** What MAIL FROM said. */
    public String envelopeFrom() {
        return envelopeFrom;
    }

    /** What RCPT TO said. */
    public List<String> recipients() {
        return recipients;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** Headers and body, byte by byte. */
    public byte[] raw() {
        return raw.clone();
    }

    /** The raw mail, one character per byte. */
    public String source() {
        return new String(raw, StandardCharsets.ISO_8859_1);
    }

    public boolean isTo(String address) {
        return recipients.stream().anyMatch(address::equalsIgnoreCase);
    }

    /** The parsed mail, anew each time. */
    public MimeMessage message() {
        try {
            return new MimeMessage(null, new ByteArrayInputStream(raw));
        }
        catch (MessagingException ex) {
            throw new IllegalStateException("unreadable mail", ex);
        }
    }

    /** Decoded; empty if there is none. */
    public String subject() {
        try {
            return Optional.ofNullable(message().getSubject()).orElse("");
        }
        catch (MessagingException ex) {
            throw new IllegalStateException("unreadable subject", ex);
        }
    }

    /** The first header of this name, unfolded by nobody. */
    public Optional<String> header(String name) {
        try {
            return Optional.ofNullable(message().getHeader(name)).map((values) -> values[0]);
        }
        catch (MessagingException ex) {
            throw new IllegalStateException("unreadable header", ex);
        }
    }

    /** The first text/plain part; empty if there is none. */
    public String text() {
        return Optional.ofNullable(find(message(), "text/plain")).orElse("");
    }

    /** The first text/html part; empty if there is none. */
    public String html() {
        return Optional.ofNullable(find(message(), "text/html")).orElse("");
    }

    private static @Nullable String find(Part part, String type) {
        try {
            if (part.isMimeType(type)) {
                return part.getContent().toString();
            }
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    String found = find(parts.getBodyPart(i), type);
                    if (found != null) {
                        return found;
                    }
                }
            }
            return null;
        }
        catch (MessagingException ex) {
            throw new IllegalStateException("unreadable part", ex);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Without its content, which may be personal. */
    @Override
    public String toString() {
        return "mail of " + raw.length + " bytes received at " + receivedAt;
    }

}
