package newsletter.subscription.confirmation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.RequestedNewsletter;
import newsletter.subscription.catalogue.Newsletter;
import newsletter.subscription.consent.Agreements;
import newsletter.subscription.consent.LiveConsent;
import newsletter.subscription.consent.ReceiptNumber;
import newsletter.subscription.signup.Asked;
import newsletter.subscription.signup.SubscriptionRequest;

import static org.assertj.core.api.Assertions.assertThat;

class TermsTests {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static final Newsletter MAYOR = new Newsletter("mayor", "Email from the Mayor", "…", 1, "…", "P24M", "en");

    private static final Newsletter AIR = new Newsletter("clean-air", "Clean air", "…", 3, "…", "P6M", "en");

    private final UUID subscriber = UUID.randomUUID();

    private final SubscriptionRequest request = new SubscriptionRequest(UUID.randomUUID(), this.subscriber,
            NOW.minusSeconds(60), NOW.plusMillis(1),
            new Asked(List.of(new RequestedNewsletter("mayor", 1, "a1"), new RequestedNewsletter("clean-air", 3, "b2")),
                    "c3", "d4", "en"),
            "web-form", false, null, null, null, null);

    private static Terms terms(Newsletter... newsletters) {
        var byId = new HashMap<String, Newsletter>();
        for (Newsletter newsletter : newsletters) {
            byId.put(newsletter.id(), newsletter);
        }
        return new Terms(NOW, byId, ZoneId.of("Europe/London"));
    }

    private Agreements agreed(LiveConsent... live) {
        return new Agreements(this.subscriber, List.of(live));
    }

    private Confirmed confirm(LiveConsent... live) {
        return terms(MAYOR, AIR).confirm(this.request, agreed(live), "c0ffee", "7K3M-92QF-X4TD").orElseThrow();
    }

    @Test
    void anOpenRequestBecomesOneConsentForEachNewsletter() {
        Confirmed confirmed = confirm();
        assertThat(confirmed.replaced()).isEmpty();
        assertThat(confirmed.request().confirmedAt()).isEqualTo(NOW);
        assertThat(confirmed.request().receiptNumber()).isEqualTo("7K3M-92QF-X4TD");
        assertThat(confirmed.given()).hasSize(2);
        assertThat(confirmed.given().getFirst()).usingRecursiveComparison()
            .ignoringFields("eventId", "consentId")
            .isEqualTo(new ConsentGiven(UUID.randomUUID(), this.subscriber, NOW, UUID.randomUUID(), "mayor", 1,
                    this.request.id(), "a1", "c3", "d4", "en", "c0ffee", "button",
                    Instant.parse("2028-03-01T12:00:00Z"), "7K3M-92QF-X4TD", 2));
    }

    @Test
    void monthsAreCountedAsTheCityCountsThem() {
        // Six months after noon in winter it is noon in summer: eleven o'clock UTC.
        assertThat(confirm().given().getLast().validUntil()).isEqualTo("2026-09-01T11:00:00Z");
    }

    @Test
    void c19WhatWasConsentedToStaysAsItIs() {
        var before = new LiveConsent(UUID.randomUUID(), "mayor", 1, NOW.plusSeconds(1));
        Confirmed confirmed = confirm(before);
        assertThat(confirmed.replaced()).isEmpty();
        assertThat(confirmed.given()).singleElement().satisfies((given) -> {
            assertThat(given.newsletterId()).isEqualTo("clean-air");
            assertThat(given.receiptConsents()).isEqualTo(1);
        });
    }

    @Test
    void c19WhoTakesAllOfItGetsNoReceiptForNothing() {
        Confirmed confirmed = confirm(new LiveConsent(UUID.randomUUID(), "mayor", 1, NOW.plusSeconds(1)),
                new LiveConsent(UUID.randomUUID(), "clean-air", 3, NOW.plusSeconds(1)));
        assertThat(confirmed.given()).isEmpty();
        assertThat(confirmed.request().confirmedAt()).isEqualTo(NOW);
        assertThat(confirmed.request().receiptNumber()).isNull();
    }

    @Test
    void aConsentThatNoLongerHoldsIsReplaced() {
        var otherPurpose = new LiveConsent(UUID.randomUUID(), "clean-air", 2, NOW.plusSeconds(1));
        var ranOut = new LiveConsent(UUID.randomUUID(), "mayor", 1, NOW);
        Confirmed confirmed = confirm(ranOut, otherPurpose);
        assertThat(confirmed.replaced()).containsExactly(ranOut, otherPurpose);
        assertThat(confirmed.given()).hasSize(2);
    }

    @Test
    void whatIsConfirmedExpiredOrOutdatedIsNotConfirmedAgain() {
        Terms terms = terms(MAYOR, AIR);
        assertThat(terms.state(this.request, agreed())).isEqualTo(State.OPEN);
        SubscriptionRequest confirmed = this.request.confirmed(NOW, "7K3M-92QF-X4TD");
        assertThat(terms.state(confirmed, agreed())).isEqualTo(State.CONFIRMED);
        assertThat(terms.confirm(confirmed, agreed(), "c0ffee", "X")).isEmpty();
        SubscriptionRequest expired = this.request.until(NOW);
        assertThat(terms.state(expired, agreed())).isEqualTo(State.EXPIRED);
        assertThat(terms.confirm(expired, agreed(), "c0ffee", "X")).isEmpty();
        var disowned = new SubscriptionRequest(this.request.id(), this.subscriber, this.request.requestedAt(),
                this.request.expiresAt(), this.request.asked(), "web-form", false, null, null, NOW, NOW.plusSeconds(1));
        assertThat(terms.state(disowned, agreed())).isEqualTo(State.DISOWNED);
        assertThat(terms.confirm(disowned, agreed(), "c0ffee", "X")).isEmpty();
        Terms otherPurpose = terms(MAYOR, new Newsletter("clean-air", "Clean air", "…", 4, "…", "P6M", "en"));
        assertThat(otherPurpose.state(this.request, agreed())).isEqualTo(State.OUTDATED);
        assertThat(otherPurpose.confirm(this.request, agreed(), "c0ffee", "X")).isEmpty();
        assertThat(terms(MAYOR).state(this.request, agreed())).isEqualTo(State.OUTDATED);
    }

    @Test
    void receiptNumbersAreReadableAndNotGuessable() {
        assertThat(ReceiptNumber.random()).matches("([2-9A-HJKMNP-TV-Z]{4}-){2}[2-9A-HJKMNP-TV-Z]{4}")
            .isNotEqualTo(ReceiptNumber.random());
    }

}
