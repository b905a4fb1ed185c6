package newsletter.mailer.letter;

import java.io.IOException;
import java.time.Instant;
import java.util.Date;

import jakarta.mail.MessagingException;

import newsletter.mailer.mime.TextAndHtml;

/**
 * The MIME form of a letter. A machine wrote it, and it says so (RFC 3834); there is
 * nothing to unsubscribe from, so no header offers to.
 */
final class LetterMessage extends TextAndHtml {

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
        super(head.messageId);
        try {
            putFolded("From", mailbox(head.address, head.name));
            put("Reply-To", head.replyTo);
            put("To", head.to);
            putSubject(head.subject);
            put("Auto-Submitted", "auto-generated");
            put("X-Auto-Response-Suppress", "All");
            setSentDate(Date.from(date));
        }
        catch (MessagingException | IOException ex) {
            throw new IllegalArgumentException("The headers of a letter cannot be written", ex);
        }
    }

}
