package newsletter.subscription.signup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import newsletter.events.ConsentEvent.RequestedNewsletter;
import newsletter.events.NewsletterPublished.WordingKind;
import newsletter.personaldata.Seal;
import newsletter.subscription.TestKeys;
import newsletter.subscription.catalogue.Newsletter;
import newsletter.subscription.catalogue.Shown;
import newsletter.subscription.catalogue.Shown.Offer;
import newsletter.subscription.catalogue.Wording;

import static org.assertj.core.api.Assertions.assertThat;

class FormStampTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final Seal SEAL = new Seal(TestKeys.read("forms"));

    private static final Shown SHOWN = shown("privacy-1", offer("mayor", 1, "mayor-1"), offer("air", 2, "air-1"));

    private static Offer offer(String id, int purposeVersion, String statement) {
        return new Offer(new Newsletter(id, id, "For " + id, purposeVersion, "Daily", "P24M", "en"),
                wording(WordingKind.CONSENT_STATEMENT, statement));
    }

    private static Shown shown(String notice, Offer... offers) {
        return shown("en", notice, offers);
    }

    private static Shown shown(String language, String notice, Offer... offers) {
        return new Shown(List.of(offers),
                new Wording(notice, WordingKind.PRIVACY_NOTICE, null, "1.0.0", language, notice, NOW),
                wording(WordingKind.CONFIRMATION_MAIL, "letter"));
    }

    private static Wording wording(WordingKind kind, String hash) {
        return new Wording(hash, kind, null, "1.0.0", "en", hash, NOW);
    }

    private static Optional<Asked> asked(String sealed, Set<String> ticked, Shown current, Instant now) {
        return FormStamp.open(sealed, SEAL).flatMap((stamp) -> stamp.asked(ticked, current, now));
    }

    private final String sealed = FormStamp.of(SHOWN, NOW).seal(SEAL);

    @Test
    void c04WhatIsStoredIsWhatWasShownBesideTheTickedBoxes() {
        assertThat(asked(this.sealed, Set.of("air"), SHOWN, NOW.plusSeconds(60)))
            .contains(new Asked(List.of(new RequestedNewsletter("air", 2, "air-1")), "privacy-1", "letter", "en"));
        assertThat(asked(this.sealed, Set.of("air", "mayor"), SHOWN, NOW)).hasValueSatisfying(
                (asked) -> assertThat(asked.newsletters()).extracting("newsletterId").containsExactly("mayor", "air"));
    }

    @Test
    void c12TheLanguageOfThePageIsThatOfTheConsentAndNoOther() {
        Shown polish = shown("pl", "privacy-1", offer("air", 2, "air-1"));
        String stamp = FormStamp.of(polish, NOW).seal(SEAL);
        assertThat(asked(stamp, Set.of("air"), polish, NOW)).map(Asked::language).contains("pl");
        assertThat(asked(stamp, Set.of("air"), SHOWN, NOW)).isEmpty();
        assertThat(asked(this.sealed, Set.of("air"), polish, NOW)).isEmpty();
    }

    @Test
    void c04AForgedStampIsNone() {
        String middle = this.sealed.substring(0, 20) + ((this.sealed.charAt(20) == 'A') ? 'B' : 'A')
                + this.sealed.substring(21);
        assertThat(FormStamp.open(middle, SEAL)).isEmpty();
        assertThat(FormStamp.open("", SEAL)).isEmpty();
        assertThat(FormStamp.open(SEAL.seal("another-form", "1 a"), SEAL)).isEmpty();
    }

    @Test
    void a01AFormThatComesBackAtOnceIsToldFromOneThatWasFilledIn() {
        FormStamp stamp = FormStamp.open(FormStamp.of(SHOWN, NOW.plusMillis(999)).seal(SEAL), SEAL).orElseThrow();
        assertThat(stamp.isYoungerThan(Duration.ofSeconds(1), NOW.plusMillis(1_998))).isTrue();
        assertThat(stamp.isYoungerThan(Duration.ofSeconds(1), NOW.plusMillis(1_999))).isFalse();
    }

    @Test
    void aFormIsGoodForADay() {
        Duration day = Duration.ofHours(24);
        assertThat(asked(this.sealed, Set.of("air"), SHOWN, NOW.plus(day).minusMillis(1))).isPresent();
        assertThat(asked(this.sealed, Set.of("air"), SHOWN, NOW.plus(day))).isEmpty();
        assertThat(asked(this.sealed, Set.of("air"), SHOWN, NOW.minusSeconds(1))).isEmpty();
    }

    @Test
    void aFormIsStaleWhenTheWordsBesideATickedBoxHaveChanged() {
        Shown changed = shown("privacy-1", offer("mayor", 1, "mayor-2"), offer("air", 2, "air-1"));
        assertThat(asked(this.sealed, Set.of("mayor"), changed, NOW)).isEmpty();
        assertThat(asked(this.sealed, Set.of("air"), changed, NOW)).isPresent();
        Shown otherPurpose = shown("privacy-1", offer("air", 3, "air-1"));
        assertThat(asked(this.sealed, Set.of("air"), otherPurpose, NOW)).isEmpty();
        Shown otherNotice = shown("privacy-2", offer("air", 2, "air-1"));
        assertThat(asked(this.sealed, Set.of("air"), otherNotice, NOW)).isEmpty();
    }

    @Test
    void aBoxThatWasNotOnTheFormCannotBeTicked() {
        String small = FormStamp.of(SHOWN.only("air"), NOW).seal(SEAL);
        assertThat(asked(small, Set.of("air"), SHOWN, NOW)).isPresent();
        assertThat(asked(small, Set.of("air", "mayor"), SHOWN, NOW)).isEmpty();
    }

    @Test
    void thirtyNewslettersFitOnAForm() {
        String hash = "0123456789abcdef".repeat(4);
        Offer[] offers = IntStream.range(0, 30)
            .mapToObj((number) -> offer("newsletter-" + number, 1, hash))
            .toArray(Offer[]::new);
        Shown many = shown(hash, offers);
        assertThat(asked(FormStamp.of(many, NOW).seal(SEAL), Set.of("newsletter-29"), many, NOW)).isPresent();
    }

}
