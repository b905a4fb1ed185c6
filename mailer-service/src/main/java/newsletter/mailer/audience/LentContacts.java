package newsletter.mailer.audience;

import java.time.Instant;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Addresses that were lent for one letter are forgotten in time, even if the one who lent
 * them never takes them back.
 */
@Component
class LentContacts {

    private final Contacts contacts;

    LentContacts(Contacts contacts) {
        this.contacts = contacts;
    }

    @Scheduled(fixedDelayString = "${mailer.lent-contacts-interval:10m}")
    @Transactional
    public void forget() {
        this.contacts.forgetLent(Instant.now());
    }

}
