package newsletter.subscription.signup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import newsletter.events.ConsentEvent.RequestedNewsletter;
import newsletter.events.ConsentEvent.SubscriptionRequested;
import newsletter.subscription.consent.Agreements;
import newsletter.subscription.consent.LiveConsent;

import static org.assertj.core.api.Assertions.assertThat;

class SubscriptionRequestTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final RequestedNewsletter MAYOR = new RequestedNewsletter("mayor", 1, "a1");

    private static final RequestedNewsletter AIR = new RequestedNewsletter("clean-air", 3, "b2");

    private static final Asked ASKED = new Asked(List.of(MAYOR, AIR), "c3", "d4", "en");

    private final UUID subscriber = UUID.randomUUID();

    private SubscriptionRequest request(LiveConsent... live) {
        return SubscriptionRequest.of(new Agreements(this.subscriber, List.of(live)), ASKED, NOW);
    }

    private static LiveConsent consent(RequestedNewsletter to) {
        return new LiveConsent(UUID.randomUUID(), to.newsletterId(), to.purposeVersion(), NOW.plusSeconds(1));
    }

    @Test
    void aRequestLivesSevenDays() {
        SubscriptionRequest request = request();
        assertThat(request.subscriberId()).isEqualTo(this.subscriber);
        assertThat(request.requestedAt()).isEqualTo(NOW);
        assertThat(request.expiresAt()).isEqualTo("2026-11-29T12:00:00Z");
        assertThat(request.addsNothing()).isFalse();
        assertThat(request.confirmedAt()).isNull();
        assertThat(request.isOpen(request.expiresAt().minusMillis(1))).isTrue();
        assertThat(request.isOpen(request.expiresAt())).isFalse();
        assertThat(request.confirmed(NOW, null).isOpen(NOW)).isFalse();
    }

    @Test
    void itsEventSaysWhatWasShownAndNothingOfTheAddress() {
        SubscriptionRequest request = request();
        SubscriptionRequested event = request.event();
        assertThat(event).usingRecursiveComparison()
            .ignoringFields("eventId")
            .isEqualTo(new SubscriptionRequested(UUID.randomUUID(), this.subscriber, NOW, request.id(),
                    List.of(MAYOR, AIR), "c3", "d4", "en", "web-form", request.expiresAt()));
        assertThat(event.eventId()).isNotEqualTo(request.event().eventId());
    }

    @Test
    void c19WhoTakesAllOfItAlreadyAddsNothing() {
        assertThat(request(consent(MAYOR), consent(AIR)).addsNothing()).isTrue();
    }

    @Test
    void whoTakesOnlyPartOfItAsksForTheRest() {
        assertThat(request(consent(MAYOR)).addsNothing()).isFalse();
    }

    @Test
    void aConsentToAnotherPurposeOrOneThatRanOutIsNone() {
        var otherPurpose = new LiveConsent(UUID.randomUUID(), "clean-air", 2, NOW.plusSeconds(1));
        assertThat(request(consent(MAYOR), otherPurpose).addsNothing()).isFalse();
        var ranOut = new LiveConsent(UUID.randomUUID(), "clean-air", 3, NOW);
        assertThat(request(consent(MAYOR), ranOut).addsNothing()).isFalse();
    }

    @Test
    void aLinkMayEndTheRequestSoonerButNeverLater() {
        SubscriptionRequest request = request();
        assertThat(request.until(NOW).expiresAt()).isEqualTo(NOW);
        assertThat(request.until(request.expiresAt().plusSeconds(1))).isEqualTo(request);
        assertThat(request.until(null)).isEqualTo(request);
    }

}
