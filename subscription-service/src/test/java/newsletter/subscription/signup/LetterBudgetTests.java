package newsletter.subscription.signup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import newsletter.events.ConsentEvent.RequestedNewsletter;
import newsletter.subscription.consent.Agreements;
import newsletter.subscription.consent.LiveConsent;
import newsletter.subscription.signup.LetterBudget.Sent;

import static org.assertj.core.api.Assertions.assertThat;

class LetterBudgetTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final SignUpProperties LIMITS = new SignUpProperties(3, Duration.ofMinutes(10), Duration.ofDays(30),
            Duration.ofSeconds(1));

    private static SubscriptionRequest request(Instant at, boolean addsNothing, String... newsletters) {
        List<RequestedNewsletter> wanted = new ArrayList<>();
        List<LiveConsent> live = new ArrayList<>();
        for (String newsletter : newsletters) {
            wanted.add(new RequestedNewsletter(newsletter, 1, "a1"));
            if (addsNothing) {
                live.add(new LiveConsent(UUID.randomUUID(), newsletter, 1, at.plusSeconds(1)));
            }
        }
        return SubscriptionRequest.of(new Agreements(UUID.randomUUID(), live), new Asked(wanted, "c3", "d4", "en"), at);
    }

    private static boolean allows(SubscriptionRequest request, @Nullable Instant mutedUntil, Sent... sent) {
        return new LetterBudget(request.requestedAt(), mutedUntil, List.of(sent)).allows(request, LIMITS);
    }

    private static Sent sent(Duration ago, String newsletters) {
        return new Sent(newsletters, false, NOW.minus(ago));
    }

    @Test
    void a01NobodyGetsMoreThanThreeLettersADay() {
        SubscriptionRequest libraries = request(NOW, false, "libraries");
        Sent recent = sent(Duration.ofHours(23), "mayor");
        assertThat(allows(libraries, null, recent, recent)).isTrue();
        assertThat(allows(libraries, null, recent, recent, recent)).isFalse();
        assertThat(allows(libraries, null, recent, recent, sent(Duration.ofHours(24), "mayor"))).isTrue();
    }

    @Test
    void a01TheSameBoxesAskOnceInTenMinutesInWhateverOrder() {
        SubscriptionRequest both = request(NOW, false, "mayor", "clean-air");
        Sent justNow = sent(Duration.ofMinutes(10).minusMillis(1), "clean-air mayor");
        assertThat(allows(both, null, justNow)).isFalse();
        assertThat(allows(request(NOW, false, "clean-air", "mayor"), null, justNow)).isFalse();
        assertThat(allows(request(NOW, false, "mayor"), null, justNow)).isTrue();
        assertThat(allows(both, null, sent(Duration.ofMinutes(10), "clean-air mayor"))).isTrue();
    }

    @Test
    void c19WhoTakesAllOfItAlreadyGetsOneLetterADay() {
        SubscriptionRequest again = request(NOW, true, "mayor");
        assertThat(allows(again, null)).isTrue();
        assertThat(allows(again, null, sent(Duration.ofHours(1), "mayor"))).isTrue();
        assertThat(allows(again, null, new Sent("libraries", true, NOW.minus(Duration.ofHours(23))))).isFalse();
        assertThat(allows(again, null, new Sent("libraries", true, NOW.minus(Duration.ofHours(24))))).isTrue();
    }

    @Test
    void a01WhoDidNotAskIsLeftAlone() {
        SubscriptionRequest mayor = request(NOW, false, "mayor");
        assertThat(allows(mayor, NOW.plusMillis(1))).isFalse();
        assertThat(allows(mayor, NOW)).isTrue();
    }

    /** The attacker has all boxes and all day, and begins again on each of ten days. */
    @Test
    void a01TenThousandPostsADayAreThreeLettersInAnyDay() {
        var random = new Random(20261122);
        String[] boxes = { "mayor", "clean-air", "libraries" };
        List<Instant> letters = new ArrayList<>();
        List<Sent> sent = new ArrayList<>();
        for (int post = 0; post < 100_000; post++) {
            Instant now = NOW.plusMillis(post * Duration.ofDays(1).toMillis() / 10_000);
            SubscriptionRequest request = request(now, random.nextBoolean(), boxes[random.nextInt(boxes.length)]);
            if (new LetterBudget(now, null, sent).allows(request, LIMITS)) {
                letters.add(now);
                assertThat(letters).hasSizeLessThanOrEqualTo(30);
                sent.add(new Sent(LetterBudget.newsletters(request), request.addsNothing(), now));
            }
        }
        assertThat(letters).hasSizeBetween(28, 30);
        for (Instant letter : letters) {
            List<Instant> aDay = new ArrayList<>(letters);
            aDay.removeIf((other) -> other.isBefore(letter) || !other.isBefore(letter.plus(LetterBudget.DAY)));
            assertThat(aDay).as("from %s", Collections.min(aDay)).hasSizeLessThanOrEqualTo(3);
        }
    }

}
