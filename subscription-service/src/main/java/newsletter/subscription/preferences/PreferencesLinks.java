package newsletter.subscription.preferences;

import java.util.UUID;

import org.springframework.stereotype.Component;

import newsletter.subscription.accesslink.MailboxLinks;
import newsletter.subscription.accesslink.MailboxLinks.Holder;
import newsletter.subscription.accesslink.MailboxLinks.Standing;

/** Whose page a link opens, whoever holds it. */
@Component
class PreferencesLinks {

    private final MailboxLinks links;

    PreferencesLinks(MailboxLinks links) {
        this.links = links;
    }

    /**
     * Whom a link is about.
     * @throws ExpiredLink if its time is over
     */
    UUID subscriber(String token) {
        Holder holder = this.links.read(token);
        if (holder.standing() == Standing.EXPIRED) {
            throw new ExpiredLink();
        }
        return holder.subscriberId();
    }

}
