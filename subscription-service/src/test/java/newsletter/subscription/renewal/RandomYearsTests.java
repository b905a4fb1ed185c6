package newsletter.subscription.renewal;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

import newsletter.events.ConsentEvent;
import newsletter.events.ConsentEvent.ConsentExpired;
import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.ConsentWithdrawn;
import newsletter.events.ConsentEvent.RenewalReminded;
import newsletter.events.ConsentEvent.RequestedNewsletter;
import newsletter.events.ConsentEvent.SubscriptionRequested;
import newsletter.events.ConsentEvent.WithdrawnBy;
import newsletter.subscription.TableTest;
import newsletter.subscription.TestClock;
import newsletter.subscription.Told;
import newsletter.subscription.confirmation.Confirmations;
import newsletter.subscription.consent.Withdrawals;
import newsletter.subscription.retention.RetentionRule;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Years of people who renew or do not, stop, undo and begin again, while the jobs work
 * now and then (C-28). What is told must add up, however it comes.
 */
@TableTest
class RandomYearsTests {

    private static final List<String> NEWSLETTERS = List.of("mayor", "clean-air", "libraries");

    private static final int LIVES = 12;

    private static final int STEPS = 60;

    @Autowired
    private List<RetentionRule> rules;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private TestClock clock;

    @Autowired
    private Told told;

    @Test
    void c28NeverALetterAfterTheEndAndNeverMoreThanTwoBeforeIt() {
        long seed = System.nanoTime();
        int letters = 0;
        for (int life = 0; life < LIVES; life++) {
            letters += live(seed + life);
        }
        assertThat(letters).as("letters of all lives").isPositive();
    }

    private int live(long seed) {
        var random = new Random(seed);
        String address = "years-" + seed + "@renewal.example.org";
        UUID person = Confirmations.agree(this.beans, address, "mayor", "clean-air");
        for (int step = 0; step < STEPS; step++) {
            this.clock.forward(Duration.ofHours(random.nextInt(24 * 45)));
            String newsletter = NEWSLETTERS.get(random.nextInt(NEWSLETTERS.size()));
            switch (random.nextInt(12)) {
                case 0 -> Withdrawals.withdraw(this.beans, person, newsletter, WithdrawnBy.ONE_CLICK);
                case 1 -> Withdrawals.undo(this.beans, person, newsletter);
                case 2 -> Confirmations.agree(this.beans, address, newsletter);
                case 3, 4 -> this.told.about(person, SubscriptionRequested.class)
                    .reversed()
                    .stream()
                    .filter((request) -> request.method().equals("renewal"))
                    .findFirst()
                    .ifPresent((letter) -> Confirmations.confirm(this.beans, letter));
                default -> work();
            }
        }
        return check(person, seed);
    }

    private void work() {
        this.rules.forEach((rule) -> rule.apply(this.clock.instant()));
    }

    private int check(UUID person, long seed) {
        Map<String, ConsentGiven> live = new HashMap<>();
        Map<UUID, SubscriptionRequested> renewals = new HashMap<>();
        Map<String, Integer> letters = new HashMap<>();
        for (ConsentEvent event : this.told.about(person)) {
            switch (event) {
                case ConsentGiven given -> live.put(given.newsletterId(), given);
                case ConsentWithdrawn withdrawn -> live.remove(withdrawn.newsletterId());
                case ConsentExpired expired -> {
                    ConsentGiven ended = Objects.requireNonNull(live.remove(expired.newsletterId()));
                    assertThat(ended.consentId()).as("seed %d", seed).isEqualTo(expired.consentId());
                    assertThat(expired.occurredAt()).as("seed %d", seed).isAfterOrEqualTo(ended.validUntil());
                }
                case SubscriptionRequested asked when asked.method().equals("renewal") -> {
                    renewals.put(asked.requestId(), asked);
                    count(asked, event, live, letters, seed);
                }
                case RenewalReminded reminded ->
                    count(Objects.requireNonNull(renewals.get(reminded.requestId())), event, live, letters, seed);
                default -> {
                }
            }
        }
        assertThat(letters.values()).as("seed %d: %s", seed, letters).allMatch((count) -> count <= 2);
        return letters.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** A letter is about what is live, before it ends, and each end has at most two. */
    private static void count(SubscriptionRequested asked, ConsentEvent letter, Map<String, ConsentGiven> live,
            Map<String, Integer> letters, long seed) {
        List<ConsentGiven> about = asked.newsletters()
            .stream()
            .map(RequestedNewsletter::newsletterId)
            .filter(live::containsKey)
            .map(live::get)
            .filter((consent) -> !consent.validUntil().isAfter(asked.expiresAt()))
            .toList();
        assertThat(about).as("seed %d: %s", seed, letter).isNotEmpty();
        assertThat(letter.occurredAt()).as("seed %d", seed)
            .isBefore(about.stream().map(ConsentGiven::validUntil).max(Comparator.naturalOrder()).orElseThrow());
        about.forEach((consent) -> letters.merge(consent.newsletterId() + " " + consent.validUntil(), 1, Integer::sum));
    }

}
