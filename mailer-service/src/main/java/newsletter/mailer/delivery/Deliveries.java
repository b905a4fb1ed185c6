package newsletter.mailer.delivery;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import newsletter.mailer.handover.HandoverProperties;

/** Sends editions, and says how far they have come. */
@Service
public class Deliveries {

    private final Mailings mailings;

    private final DeliveryQueue queue;

    private final TestMail testMail;

    private final String messageDomain;

    Deliveries(Mailings mailings, DeliveryQueue queue, TestMail testMail, HandoverProperties handover) {
        this.mailings = mailings;
        this.queue = queue;
        this.testMail = testMail;
        this.messageDomain = handover.messageDomain();
    }

    /**
     * Plans one delivery for each live consent; sending begins when the caller's
     * transaction commits. Starting an edition again changes nothing.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void start(Mailing mailing) {
        if (this.mailings.add(mailing, this.messageDomain)) {
            this.mailings.planned(mailing.editionId(),
                    this.queue.plan(mailing.editionId(), mailing.newsletterId(), mailing.purposeVersion()));
        }
    }

    /** All zero for an edition that was never started. */
    public Progress progress(UUID editionId) {
        return this.mailings.progress(editionId).orElse(new Progress(0, 0, 0, 0, 0, 0, null, null));
    }

    /** Where a test mail to this member of staff goes, if the configuration says so. */
    public Optional<String> testAddress(String staff) {
        return this.testMail.address(staff);
    }

    /**
     * Sends one mail to a member of staff, to the address that the configuration names
     * for them ({@code mailer.delivery.staff-addresses}): a caller cannot choose where it
     * goes, so it reaches no subscriber, and needs no consent.
     * @param staff the sign-in name
     * @throws TestNotSent if the configuration names no address, or the mail server does
     * not take the mail
     */
    public void sendTest(Mailing mailing, String staff) {
        this.testMail.send(mailing, staff);
    }

}
