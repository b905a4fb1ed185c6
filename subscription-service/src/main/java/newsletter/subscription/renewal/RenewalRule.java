package newsletter.subscription.renewal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import newsletter.subscription.SiteProperties;
import newsletter.subscription.contact.Subscribers.Known;
import newsletter.subscription.retention.RetentionRule;

/** The job of one step. */
abstract class RenewalRule implements RetentionRule {

    /** Large: each query passes over all that were dealt with before. */
    private static final int BATCH = 1000;

    private final Step step;

    private final Renewals renewals;

    private final OneByOne people;

    private final ZoneId zone;

    RenewalRule(Step step, Renewals renewals, OneByOne people, SiteProperties site) {
        this.step = step;
        this.renewals = renewals;
        this.people = people;
        this.zone = site.zone();
    }

    @Override
    public final long due(Instant now) {
        return this.renewals.count(this.step, today(now));
    }

    @Override
    public final Optional<Instant> oldest(Instant now) {
        Today today = today(now);
        return this.renewals.firstEnd(this.step, today).map((end) -> since(end, today));
    }

    /** From when on what runs out then should have been done. */
    abstract Instant since(Instant validUntil, Today today);

    @Override
    public final int apply(Instant now) {
        return this.people.each(people(today(now), BATCH), this::work);
    }

    List<UUID> people(Today today, int limit) {
        return this.renewals.people(this.step, today, limit);
    }

    private int work(Known person, List<Running> consents, Instant now) {
        Today today = today(now);
        List<Running> due = consents.stream().filter((consent) -> consent.step(today) == this.step).toList();
        return due.isEmpty() ? 0 : work(person, due, consents, today);
    }

    /**
     * What is done for one person, who is locked.
     * @param due what it is to be done about: never nothing
     * @param all that they agreed to
     * @return about how many consents it was done
     */
    abstract int work(Known person, List<Running> due, List<Running> all, Today today);

    private Today today(Instant now) {
        return new Today(now, this.zone);
    }

}
