package newsletter.subscription.consent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import newsletter.events.ConsentEvent.WithdrawnBy;

import static org.assertj.core.api.Assertions.assertThat;

class AgreementsTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final LiveConsent mayor = new LiveConsent(UUID.randomUUID(), "mayor", 2, NOW.plusSeconds(10));

    private final LiveConsent ranOut = new LiveConsent(UUID.randomUUID(), "clean-air", 1, NOW);

    private final Agreements agreements = new Agreements(UUID.randomUUID(), List.of(this.mayor, this.ranOut));

    @Test
    void aConsentCoversItsNewsletterItsPurposeAndItsTime() {
        assertThat(this.agreements.cover("mayor", 2, NOW)).isTrue();
        assertThat(this.agreements.cover("mayor", 3, NOW)).isFalse();
        assertThat(this.agreements.cover("libraries", 2, NOW)).isFalse();
        assertThat(this.agreements.cover("mayor", 2, NOW.plusSeconds(10))).isFalse();
        assertThat(this.agreements.cover("clean-air", 1, NOW)).isFalse();
    }

    @Test
    void withdrawingEndsThatConsentAlone() {
        assertThat(this.agreements.withdraw("mayor", WithdrawnBy.ONE_CLICK, NOW)).hasValueSatisfying((withdrawn) -> {
            assertThat(withdrawn.consentId()).isEqualTo(this.mayor.id());
            assertThat(withdrawn.subscriberId()).isEqualTo(this.agreements.subscriberId());
            assertThat(withdrawn.newsletterId()).isEqualTo("mayor");
            assertThat(withdrawn.by()).isEqualTo(WithdrawnBy.ONE_CLICK);
            assertThat(withdrawn.occurredAt()).isEqualTo(NOW);
        });
    }

    @Test
    void whatRanOutCanStillBeWithdrawn() {
        assertThat(this.agreements.withdraw("clean-air", WithdrawnBy.UNSUBSCRIBE_PAGE, NOW)).isPresent();
    }

    @Test
    void withdrawingWhatWasNeverGivenDoesNothing() {
        assertThat(this.agreements.withdraw("libraries", WithdrawnBy.ONE_CLICK, NOW)).isEmpty();
    }

}
