package newsletter.mailer.rendering;

import java.io.IOException;

import jakarta.mail.MessagingException;

import newsletter.mailer.audience.Newsletter;
import newsletter.mailer.mime.TextAndHtml;

/**
 * The MIME form of an edition, with sentinels where recipients differ.
 *
 * <p>
 * There is no {@code Auto-Submitted}: people wrote this, and RFC 3834 keeps that header
 * for machines.
 */
final class EditionMessage extends TextAndHtml {

    EditionMessage(Newsletter newsletter, String subject, String help, String archive) {
        super(Slot.MESSAGE_ID.sentinel());
        try {
            putFolded("From", mailbox(newsletter.senderAddress(), newsletter.sender()));
            put("To", Slot.TO.sentinel());
            putSubject(subject);
            put("Date", Slot.DATE.sentinel());
            putFolded("List-Id",
                    phrase(newsletter.name()) + "\r\n <" + newsletter.id() + "." + domain(newsletter) + ">");
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

    private static String phrase(String name) throws IOException {
        String encoded = encoded(name);
        return encoded.equals(name) ? "\"" + name.replaceAll("[\"\\\\]", "\\\\$0") + "\"" : encoded;
    }

    private static String domain(Newsletter newsletter) {
        return newsletter.senderAddress().substring(newsletter.senderAddress().indexOf('@') + 1);
    }

}
