package newsletter.subscription.confirmation;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.events.ConsentEvent;
import newsletter.events.ConsentEvent.AccessLinkRequested;
import newsletter.events.ConsentEvent.ConsentEnded;
import newsletter.events.ConsentEvent.ConsentExpired;
import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.ConsentWithdrawn;
import newsletter.events.ConsentEvent.DisowningRevoked;
import newsletter.events.ConsentEvent.RequestDisowned;
import newsletter.events.ConsentEvent.RequestLapsed;
import newsletter.events.ConsentEvent.RequestedNewsletter;
import newsletter.events.ConsentEvent.SubscriptionRequested;
import newsletter.events.ConsentEvent.WithdrawnBy;
import newsletter.subscription.TableTest;
import newsletter.subscription.TestClock;
import newsletter.subscription.consent.Consents;
import newsletter.subscription.consent.Withdrawals;
import newsletter.subscription.receipt.ConsentRecord;
import newsletter.subscription.receipt.SomeRecords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * People who ask, confirm, ask again and leave in any order (C-07, C-19). Beside the
 * service runs the simplest idea of what should be true, and whatever is told adds up to
 * the same.
 */
@TableTest
class RandomLivesTests {

    private static final List<String> NEWSLETTERS = List.of("mayor", "clean-air", "libraries");

    private static final int LIVES = 40;

    private static final int STEPS = 15;

    @Autowired
    private Confirmation confirmation;

    @Autowired
    private Consents consents;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private TestClock clock;

    @Test
    void nobodyEverHasTwoConsentsToANewsletterOrLosesOne() {
        long seed = System.nanoTime();
        for (int life = 0; life < LIVES; life++) {
            new Life(seed + life).live();
        }
    }

    private class Life {

        private final long seed;

        private final Random random;

        private final Resident resident;

        /** What the person takes, as anyone would think. */
        private final Set<String> taken = new HashSet<>();

        private final Set<UUID> used = new HashSet<>();

        Life(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.resident = new Resident("life-" + seed + "@confirmation.example.org", RandomLivesTests.this.beans);
        }

        void live() {
            ask();
            for (int step = 0; step < STEPS; step++) {
                switch (this.random.nextInt(4)) {
                    case 0 -> ask();
                    case 1, 2 -> confirm();
                    default -> leave();
                }
                check();
            }
            checkRecords();
        }

        /** Of every consent there ever was, whatever became of it. */
        private void checkRecords() {
            JdbcClient jdbc = RandomLivesTests.this.beans.getBean(JdbcClient.class);
            List<ConsentRecord> records = SomeRecords.of(jdbc, this.resident.id(),
                    RandomLivesTests.this.clock.instant());
            assertThat(records).as("seed %d", this.seed).hasSameSizeAs(this.resident.events(ConsentGiven.class));
            assertThat(records).as("seed %d", this.seed)
                .allSatisfy((record) -> assertThat(SomeRecords.missing(record)).isEmpty());
        }

        private void ask() {
            // Sooner or later another day, on which there may be letters again.
            RandomLivesTests.this.clock.forward(Duration.ofHours(this.random.nextInt(30)));
            String[] wanted = NEWSLETTERS.stream().filter((_) -> this.random.nextBoolean()).toArray(String[]::new);
            this.resident.asksFor((wanted.length > 0) ? wanted : new String[] { "mayor" });
        }

        private void confirm() {
            List<SubscriptionRequested> letters = this.resident.events(SubscriptionRequested.class);
            SubscriptionRequested letter = letters.get(this.random.nextInt(letters.size()));
            boolean inTime = RandomLivesTests.this.clock.instant().isBefore(letter.expiresAt());
            RandomLivesTests.this.confirmation.confirm(Resident.link(letter));
            if (inTime && this.used.add(letter.requestId())) {
                letter.newsletters().stream().map(RequestedNewsletter::newsletterId).forEach(this.taken::add);
            }
        }

        private void leave() {
            String newsletter = NEWSLETTERS.get(this.random.nextInt(NEWSLETTERS.size()));
            Withdrawals.withdraw(RandomLivesTests.this.beans, this.resident.id(), newsletter, WithdrawnBy.ONE_CLICK);
            this.taken.remove(newsletter);
        }

        private void check() {
            Map<String, UUID> live = new TreeMap<>();
            RandomLivesTests.this.consents.of(this.resident.id())
                .live()
                .forEach((consent) -> live.put(consent.newsletterId(), consent.id()));
            assertThat(live.keySet()).as("seed %d", this.seed).isEqualTo(this.taken);
            assertThat(told()).as("seed %d", this.seed).isEqualTo(live);
        }

        /** What somebody who only reads the events holds for true. */
        private Map<String, UUID> told() {
            Map<String, UUID> live = new TreeMap<>();
            for (ConsentEvent event : this.resident.events()) {
                switch (event) {
                    case SubscriptionRequested _, RequestDisowned _, DisowningRevoked _, RequestLapsed _ -> {
                    }
                    case AccessLinkRequested _ -> {
                    }
                    case ConsentGiven given ->
                        assertThat(live.put(given.newsletterId(), given.consentId())).as("seed %d", this.seed).isNull();
                    case ConsentWithdrawn withdrawn ->
                        assertThat(live.remove(withdrawn.newsletterId())).as("seed %d", this.seed)
                            .isEqualTo(withdrawn.consentId());
                    case ConsentExpired expired ->
                        assertThat(live.remove(expired.newsletterId())).as("seed %d", this.seed)
                            .isEqualTo(expired.consentId());
                    case ConsentEnded ended -> assertThat(live.remove(ended.newsletterId())).as("seed %d", this.seed)
                        .isEqualTo(ended.consentId());
                    // Of these no life here has any.
                    default -> fail("seed %d: %s", this.seed, event);
                }
            }
            return live;
        }

    }

}
