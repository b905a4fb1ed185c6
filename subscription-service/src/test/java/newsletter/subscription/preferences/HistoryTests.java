package newsletter.subscription.preferences;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import newsletter.subscription.preferences.History.Moment;
import newsletter.subscription.preferences.History.What;
import newsletter.subscription.preferences.Past.PastConsent;
import newsletter.subscription.preferences.Past.PastRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class HistoryTests {

    private static final Instant ASKED = Instant.parse("2026-11-22T12:00:00Z");

    private static final Instant CONFIRMED = ASKED.plusSeconds(60);

    private static final Instant LEFT = ASKED.plusSeconds(3600);

    private static final UUID REQUEST = UUID.randomUUID();

    private static PastRequest asked(String newsletter, @Nullable Instant confirmed, @Nullable String receipt) {
        return new PastRequest(REQUEST, ASKED, ASKED.plus(Duration.ofDays(7)), confirmed, receipt, newsletter,
                newsletter, "web-form");
    }

    private static PastConsent consent(String newsletter, Instant given, @Nullable Instant ended,
            @Nullable String how) {
        return new PastConsent(REQUEST, newsletter, newsletter, given, given.plus(Duration.ofDays(730)), ended, how);
    }

    private static List<Moment> history(List<PastRequest> requests, List<PastConsent> consents, Instant now) {
        return History.of(requests, consents, List.of(), now);
    }

    @Test
    void aLifeIsToldFromItsEnd() {
        List<PastRequest> requests = List.of(asked("One", CONFIRMED, "R"), asked("Two", CONFIRMED, "R"));
        List<PastConsent> consents = List.of(consent("One", CONFIRMED, LEFT, "ONE_CLICK"),
                consent("Two", CONFIRMED, null, null));
        assertThat(history(requests, consents, LEFT))
            .extracting(Moment::what, Moment::at, Moment::newsletters, Moment::receiptNumber)
            .containsExactly(tuple(What.ONE_CLICK, LEFT, List.of("One"), null),
                    tuple(What.CONFIRMED, CONFIRMED, List.of("One", "Two"), "R"),
                    tuple(What.ASKED, ASKED, List.of("One", "Two"), null));
    }

    @Test
    void whatIsNotConfirmedWaitsForSevenDays() {
        List<PastRequest> requests = List.of(asked("One", null, null));
        assertThat(history(requests, List.of(), CONFIRMED)).extracting(Moment::what).containsExactly(What.WAITING);
        assertThat(history(requests, List.of(), ASKED.plus(Duration.ofDays(7)))).extracting(Moment::what)
            .containsExactly(What.ASKED);
    }

    @Test
    void whatWasAgreedToBeforeIsConfirmedAgain() {
        assertThat(history(List.of(asked("One", CONFIRMED, null)), List.of(), LEFT)).extracting(Moment::what)
            .containsExactly(What.CONFIRMED_AGAIN, What.ASKED);
    }

    @Test
    void stoppingEverythingIsOneThing() {
        List<PastConsent> consents = List.of(consent("One", CONFIRMED, LEFT, "PREFERENCES"),
                consent("Two", CONFIRMED, LEFT, "PREFERENCES"));
        assertThat(history(List.of(), consents, LEFT)).first()
            .isEqualTo(new Moment(What.PREFERENCES, LEFT, List.of("One", "Two"), null));
    }

    @Test
    void aConsentRunsOut() {
        PastConsent consent = consent("One", CONFIRMED, null, null);
        assertThat(history(List.of(), List.of(consent), consent.validUntil().minusMillis(1))).hasSize(1);
        assertThat(history(List.of(), List.of(consent), consent.validUntil())).first()
            .isEqualTo(new Moment(What.RAN_OUT, consent.validUntil(), List.of("One"), null));
    }

    @Test
    void c28AConsentThatRanOutDidSoAtItsEndHoweverLateThatWasWrittenDown() {
        PastConsent open = consent("One", CONFIRMED, null, null);
        PastConsent ended = consent("One", CONFIRMED, open.validUntil().plusSeconds(7200), "EXPIRED");
        assertThat(history(List.of(), List.of(ended), open.validUntil().plusSeconds(9999))).first()
            .isEqualTo(new Moment(What.RAN_OUT, open.validUntil(), List.of("One"), null));
    }

    @Test
    void c28ARenewalIsToldAsOne() {
        var asked = new PastRequest(REQUEST, ASKED, LEFT, CONFIRMED, "R", "One", "One", "renewal");
        assertThat(history(List.of(asked), List.of(consent("One", CONFIRMED, null, null)), LEFT))
            .extracting(Moment::what, Moment::receiptNumber)
            .containsExactly(tuple(What.RENEWED, "R"), tuple(What.ASKED_TO_RENEW, null));
        var unanswered = new PastRequest(REQUEST, ASKED, LEFT, null, null, "One", "One", "renewal");
        assertThat(history(List.of(unanswered), List.of(), CONFIRMED)).extracting(Moment::what)
            .containsExactly(What.ASKED_TO_RENEW);
    }

    @Test
    void anEndThatHasNoWordsHereIsStillAnEnd() {
        assertThat(history(List.of(), List.of(consent("One", CONFIRMED, LEFT, "COMPLAINT")), LEFT)).first()
            .extracting(Moment::what)
            .isEqualTo(What.ENDED);
    }

}
