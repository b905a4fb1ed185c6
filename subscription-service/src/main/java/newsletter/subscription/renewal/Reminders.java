package newsletter.subscription.renewal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;

import newsletter.subscription.SiteProperties;
import newsletter.subscription.contact.Subscribers.Known;

/** Who has not answered is asked once more, a week before the end (C-28). */
@Service
class Reminders extends RenewalRule {

    private final Renewals renewals;

    Reminders(Renewals renewals, OneByOne people, SiteProperties site) {
        super(Step.REMIND, renewals, people, site);
        this.renewals = renewals;
    }

    @Override
    public String name() {
        return "renewals-to-remind";
    }

    @Override
    Instant since(Instant validUntil, Today today) {
        return today.remindFrom(validUntil);
    }

    /** A request is reminded of as a whole, even if it is about two ends a day apart. */
    @Override
    int work(Known person, List<Running> due, List<Running> all, Today today) {
        due.stream()
            .map(Running::requestId)
            .flatMap(Stream::ofNullable)
            .distinct()
            .forEach((request) -> this.renewals.remind(person.id(), Objects.requireNonNull(request), today.now()));
        return due.size();
    }

}
