package newsletter.subscription.renewal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Service;

import newsletter.subscription.SiteProperties;
import newsletter.subscription.contact.Subscribers.Known;

/**
 * Who agreed to what a newsletter was for is asked once whether they agree to what it is
 * for now (C-29). The mailer sends nothing meanwhile: it reads the version of the
 * purpose.
 */
@Service
class ChangedPurposes extends RenewalRule {

    private final Asking asking;

    ChangedPurposes(Renewals renewals, OneByOne people, SiteProperties site, Asking asking) {
        super(Step.ASK_ANEW, renewals, people, site);
        this.asking = asking;
    }

    @Override
    public String name() {
        return "changed-purposes";
    }

    /** When a purpose changed is not written down, but the statement changed with it. */
    @Override
    Instant since(Instant validUntil, Today today) {
        return this.asking.newestWords().filter((time) -> time.isBefore(today.now())).orElse(today.now());
    }

    @Override
    List<UUID> people(Today today, int limit) {
        return this.asking.people(Step.ASK_ANEW, today, limit);
    }

    @Override
    int work(Known person, List<Running> due, List<Running> all, Today today) {
        Instant end = due.stream().map(Running::validUntil).max(Instant::compareTo).orElseThrow();
        return this.asking.ask(person, due, today.now(), end.isBefore(today.answered()) ? end : today.answered());
    }

}
