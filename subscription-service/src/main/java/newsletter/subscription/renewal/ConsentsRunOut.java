package newsletter.subscription.renewal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Service;

import newsletter.events.ConsentEvent.ConsentExpired;
import newsletter.subscription.SiteProperties;
import newsletter.subscription.consent.Consents;
import newsletter.subscription.contact.Subscribers.Known;

/**
 * A consent that was not renewed ends (C-28). Nothing was sent on the strength of it any
 * more since the moment at which it ran out, however late this is: the mailer reads the
 * clock.
 */
@Service
class ConsentsRunOut extends RenewalRule {

    private final Consents consents;

    ConsentsRunOut(Renewals renewals, OneByOne people, SiteProperties site, Consents consents) {
        super(Step.EXPIRE, renewals, people, site);
        this.consents = consents;
    }

    @Override
    public String name() {
        return "consents-run-out";
    }

    @Override
    Instant since(Instant validUntil, Today today) {
        return validUntil;
    }

    @Override
    int work(Known person, List<Running> due, List<Running> all, Today today) {
        due.forEach((consent) -> this.consents.expire(
                new ConsentExpired(UUID.randomUUID(), person.id(), today.now(), consent.id(), consent.newsletterId())));
        return due.size();
    }

}
