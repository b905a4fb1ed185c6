package newsletter.subscription.renewal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Service;

import newsletter.subscription.SiteProperties;
import newsletter.subscription.contact.Subscribers.Known;

/** A month before a consent runs out its giver is asked whether to renew it (C-28). */
@Service
class ConsentsToRenew extends RenewalRule {

    private final Asking asking;

    ConsentsToRenew(Renewals renewals, OneByOne people, SiteProperties site, Asking asking) {
        super(Step.ASK, renewals, people, site);
        this.asking = asking;
    }

    @Override
    public String name() {
        return "consents-to-renew";
    }

    @Override
    Instant since(Instant validUntil, Today today) {
        return today.askFrom(validUntil);
    }

    @Override
    List<UUID> people(Today today, int limit) {
        return this.asking.people(Step.ASK, today, limit);
    }

    /** What would be asked tomorrow is asked along with it, or there were two letters. */
    @Override
    int work(Known person, List<Running> due, List<Running> all, Today today) {
        List<Running> together = all.stream()
            .filter((consent) -> due.contains(consent) || consent.step(today.tomorrow()) == Step.ASK)
            .toList();
        Instant end = together.stream().map(Running::validUntil).max(Instant::compareTo).orElseThrow();
        return this.asking.ask(person, together, today.now(), end);
    }

}
