package newsletter.subscription.abuse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import org.springframework.stereotype.Component;

import newsletter.subscription.abuse.AbuseProperties.Limit;

/**
 * Counts sign-up forms by network and altogether, for this replica alone: what an
 * address is sent is counted in the database, where replicas share it.
 */
@Component
class FormBuckets {

    /** About 20 MB. When there are more, the one that was silent longest is forgotten. */
    static final int NETWORKS = 50_000;

    private final AbuseProperties limits;

    private final Clock clock;

    private final Bucket everywhere;

    /** The network that was silent longest comes first. */
    private final LinkedHashMap<String, Visits> networks = new LinkedHashMap<>(16, 0.75f, true);

    FormBuckets(AbuseProperties limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
        this.everywhere = bucket(limits.everywhere(), clock);
    }

    /** What a network has left. */
    private record Visits(Bucket bucket, Instant last) {
    }

    /** How long to wait before another form is taken; zero if this one is. */
    synchronized Duration take(String remoteAddress) {
        Instant now = this.clock.instant();
        Duration wait = take(bucketOf(Network.name(remoteAddress), now));
        forget(now);
        // Who is turned away takes nothing from the others.
        return wait.isZero() ? take(this.everywhere) : wait;
    }

    static Duration take(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    private Bucket bucketOf(String network, Instant now) {
        Visits visits = this.networks.get(network);
        Bucket bucket = (visits != null) ? visits.bucket() : bucket(this.limits.network(), this.clock);
        this.networks.put(network, new Visits(bucket, now));
        return bucket;
    }

    /** A network that was silent so long has a full bucket, like any that is new. */
    private void forget(Instant now) {
        Instant full = now.minus(this.limits.network().within());
        Iterator<Visits> silent = this.networks.values().iterator();
        while (silent.hasNext() && (silent.next().last().isBefore(full) || this.networks.size() > NETWORKS)) {
            silent.remove();
        }
    }

    synchronized int remembered() {
        return this.networks.size();
    }

    static Bucket bucket(Limit limit, Clock clock) {
        return Bucket.builder()
            .addLimit((bandwidth) -> bandwidth.capacity(limit.forms()).refillGreedy(limit.forms(), limit.within()))
            .withCustomTimePrecision(new ClockMeter(clock))
            .build();
    }

    /** Our clock, as buckets read it. */
    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return Duration.between(Instant.EPOCH, this.clock.instant()).toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }

    }

}
