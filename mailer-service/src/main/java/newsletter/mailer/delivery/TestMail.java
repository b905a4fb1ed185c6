package newsletter.mailer.delivery;

import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import newsletter.mailer.handover.Answer;
import newsletter.mailer.handover.Answer.Verdict;
import newsletter.mailer.handover.HandoverProperties;
import newsletter.mailer.handover.Line;
import newsletter.mailer.handover.MailServer;
import newsletter.mailer.handover.NoMailServer;
import newsletter.personaldata.EmailAddress;

/**
 * An edition as its writers get it, before it is approved: never a delivery, and never to
 * an address that the configuration does not name.
 */
@Component
class TestMail {

    private final Map<String, String> addresses;

    private final MailServer server;

    private final Copies copies;

    private final String messageDomain;

    TestMail(DeliveryProperties properties, MailServer server, Copies copies, HandoverProperties handover) {
        this.addresses = properties.staffAddresses();
        this.server = server;
        this.copies = copies;
        this.messageDomain = handover.messageDomain();
    }

    Optional<String> address(String staff) {
        return Optional.ofNullable(this.addresses.get(staff));
    }

    void send(Mailing mailing, String staff) {
        EmailAddress address = address(staff).flatMap(EmailAddress::parse)
            .orElseThrow(() -> new TestNotSent("No address is configured for " + staff));
        try (Line line = this.server.open()) {
            Answer answer = this.copies.handOverTest(line, mailing, address, this.messageDomain);
            if (answer.verdict() != Verdict.ACCEPTED) {
                throw new TestNotSent(answer.words());
            }
        }
        catch (NoMailServer ex) {
            throw new TestNotSent(String.valueOf(ex.getMessage()));
        }
    }

}
