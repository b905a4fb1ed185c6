package newsletter.mailer.delivery;

import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sends editions, and says how far they have come. */
@Service
public class Deliveries {

    /**
     * Plans one delivery for each live consent; sending begins when the caller's
     * transaction commits. Starting an edition again changes nothing.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void start(Mailing mailing) {
        throw new UnsupportedOperationException();
    }

    /** All zero for an edition that was never started. */
    public Progress progress(UUID editionId) {
        throw new UnsupportedOperationException();
    }

    /**
     * Sends one mail to a member of staff, to the address that the configuration names
     * for them ({@code mailer.delivery.staff-addresses}): a caller cannot choose where it
     * goes.
     * @param staff the sign-in name
     * @throws TestNotSent if the configuration names none, or the mail server does not
     * take it
     */
    public void sendTest(Mailing mailing, String staff) {
        throw new UnsupportedOperationException();
    }

}
