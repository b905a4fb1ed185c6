package newsletter.mailer.delivery;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

import org.springframework.stereotype.Component;

import newsletter.mailer.delivery.Mailings.Source;
import newsletter.mailer.handover.Answer;
import newsletter.mailer.handover.Line;
import newsletter.mailer.rendering.CompiledMail;
import newsletter.mailer.rendering.Recipient;
import newsletter.mailer.site.PublicSite;
import newsletter.mailer.site.PublicSite.Unsubscribing;
import newsletter.personaldata.AddressCipher;
import newsletter.personaldata.EmailAddress;

/** Makes one recipient's copy of an approved mail, and hands it over. */
@Component
class Copies {

    /** RFC 5322's, in UTC. Java's own writes days below ten with one digit: so may we. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z",
            Locale.ENGLISH);

    private final AddressCipher cipher;

    private final PublicSite site;

    Copies(AddressCipher cipher, PublicSite site) {
        this.cipher = cipher;
        this.site = site;
    }

    /** To the subscriber whose consent was live when it was taken up. */
    Answer handOver(Line line, Source source, Claim claim) {
        EmailAddress address;
        byte[] copy;
        try {
            address = this.cipher.decryptAddress(claim.subscriberId(), claim.encryptedAddress());
            copy = copy(source.mail(), address, source.messageId(claim.deliveryId()), claim.subscriberId(),
                    source.newsletterId(), source.language());
        }
        catch (RuntimeException ex) {
            // A key that is missing, or an address no mail has room for: the others' mail
            // goes out, and this one waits until somebody has seen to it.
            return Answer.notTried("A copy could not be made: " + ex.getClass().getSimpleName());
        }
        return line.handOver(claim.deliveryId().toString(), address.mailbox(), copy);
    }

    /**
     * To a member of staff. Its links are for a subscriber who does not exist, so that
     * trying them out unsubscribes nobody.
     */
    Answer handOverTest(Line line, Mailing mailing, EmailAddress address, String messageDomain) {
        UUID id = UUID.randomUUID();
        byte[] copy = copy(mailing.mail(), address, id + "@" + messageDomain, UUID.randomUUID(), mailing.newsletterId(),
                "");
        return line.handOver(id.toString(), address.mailbox(), copy);
    }

    private byte[] copy(CompiledMail mail, EmailAddress address, String messageId, UUID subscriberId,
            String newsletterId, String language) {
        Instant now = Instant.now();
        PublicSite pages = this.site.in(language);
        Unsubscribing links = pages.unsubscribing(subscriberId, newsletterId);
        return mail.splice(new Recipient(address.mailbox(), messageId, DATE.format(now.atOffset(ZoneOffset.UTC)),
                links.oneClick(), links.page(), pages.preferences(subscriberId, now)));
    }

}
