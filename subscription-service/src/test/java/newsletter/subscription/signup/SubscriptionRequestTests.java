package newsletter.subscription.signup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import newsletter.events.ConsentEvent.RequestedNewsletter;
import newsletter.events.ConsentEvent.SubscriptionRequested;
import newsletter.subscription.consent.Agreements;
import newsletter.subscription.consent.LiveConsent;
import newsletter.subscription.signup.SubscriptionRequest.Earlier;

import static org.assertj.core.api.Assertions.assertThat;

class SubscriptionRequestTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final RequestedNewsletter MAYOR = new RequestedNewsletter("mayor", 1, "a1");

    private static final RequestedNewsletter AIR = new RequestedNewsletter("clean-air", 3, "b2");

    private static final Asked ASKED = new Asked(List.of(MAYOR, AIR), "c3", "d4", "en");

    private final UUID subscriber = UUID.randomUUID();

    private Optional<SubscriptionRequest> decide(List<LiveConsent> live, Earlier... earlier) {
        return SubscriptionRequest.decide(new Agreements(this.subscriber, live), List.of(earlier), ASKED, NOW);
    }

    private static LiveConsent consent(RequestedNewsletter to) {
        return new LiveConsent(UUID.randomUUID(), to.newsletterId(), to.purposeVersion(), NOW.plusSeconds(1));
    }

    private static Earlier earlier(Duration ago, boolean addsNothing) {
        return new Earlier(NOW.minus(ago), addsNothing);
    }

    @Test
    void aRequestLivesSevenDays() {
        assertThat(decide(List.of())).hasValueSatisfying((request) -> {
            assertThat(request.subscriberId()).isEqualTo(this.subscriber);
            assertThat(request.requestedAt()).isEqualTo(NOW);
            assertThat(request.expiresAt()).isEqualTo("2026-11-29T12:00:00Z");
            assertThat(request.addsNothing()).isFalse();
            assertThat(request.confirmedAt()).isNull();
        });
    }

    @Test
    void itsEventSaysWhatWasShownAndNothingOfTheAddress() {
        SubscriptionRequest request = decide(List.of()).orElseThrow();
        SubscriptionRequested event = request.event();
        assertThat(event).usingRecursiveComparison()
            .ignoringFields("eventId")
            .isEqualTo(new SubscriptionRequested(UUID.randomUUID(), this.subscriber, NOW, request.id(),
                    List.of(MAYOR, AIR), "c3", "d4", "en", "web-form", request.expiresAt()));
        assertThat(event.eventId()).isNotEqualTo(request.event().eventId());
    }

    @Test
    void a01NobodyGetsMoreThanThreeLettersADay() {
        Earlier recent = earlier(Duration.ofHours(23), false);
        assertThat(decide(List.of(), recent, recent)).isPresent();
        assertThat(decide(List.of(), recent, recent, recent)).isEmpty();
        Earlier old = earlier(Duration.ofHours(24), false);
        assertThat(decide(List.of(), recent, recent, old)).isPresent();
    }

    @Test
    void c19WhoTakesAllOfItAlreadyGetsOneLetterADay() {
        List<LiveConsent> all = List.of(consent(MAYOR), consent(AIR));
        assertThat(decide(all)).hasValueSatisfying((request) -> assertThat(request.addsNothing()).isTrue());
        assertThat(decide(all, earlier(Duration.ofHours(1), false))).isPresent();
        assertThat(decide(all, earlier(Duration.ofHours(1), true))).isEmpty();
        assertThat(decide(all, earlier(Duration.ofHours(25), true))).isPresent();
    }

    @Test
    void whoTakesOnlyPartOfItAsksForTheRest() {
        assertThat(decide(List.of(consent(MAYOR)), earlier(Duration.ofHours(1), true)))
            .hasValueSatisfying((request) -> assertThat(request.addsNothing()).isFalse());
    }

    @Test
    void aConsentToAnotherPurposeOrOneThatRanOutIsNone() {
        var otherPurpose = new LiveConsent(UUID.randomUUID(), "clean-air", 2, NOW.plusSeconds(1));
        assertThat(decide(List.of(consent(MAYOR), otherPurpose)))
            .hasValueSatisfying((request) -> assertThat(request.addsNothing()).isFalse());
        var ranOut = new LiveConsent(UUID.randomUUID(), "clean-air", 3, NOW);
        assertThat(decide(List.of(consent(MAYOR), ranOut)))
            .hasValueSatisfying((request) -> assertThat(request.addsNothing()).isFalse());
    }

    @Test
    void aLinkMayEndTheRequestSoonerButNeverLater() {
        SubscriptionRequest request = decide(List.of()).orElseThrow();
        assertThat(request.until(NOW).expiresAt()).isEqualTo(NOW);
        assertThat(request.until(request.expiresAt().plusSeconds(1))).isEqualTo(request);
        assertThat(request.until(null)).isEqualTo(request);
    }

}
