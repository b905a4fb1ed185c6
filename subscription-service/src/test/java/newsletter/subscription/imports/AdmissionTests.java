package newsletter.subscription.imports;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import newsletter.subscription.catalogue.Newsletter;
import newsletter.subscription.contact.Crowd.Newcomer;
import newsletter.subscription.imports.Admission.Offered;

import static org.assertj.core.api.Assertions.assertThat;

class AdmissionTests {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static final Instant SINCE = Instant.parse("2026-01-05T09:00:00Z");

    private static final Set<String> MAYOR = Set.of("mayor");

    private final Admission admission = admission(null);

    private static Admission admission(@Nullable Instant purposeSince) {
        return new Admission(NOW,
                Map.of("mayor",
                        new Offered(
                                new Newsletter("mayor", "Email from the Mayor", "Plans", 1, "Monthly", "P24M", "en"),
                                purposeSince)),
                ZoneId.of("Europe/London"));
    }

    private static ImportRow row(String newsletter, @Nullable Instant collected) {
        return new ImportRow(2, new Newcomer(UUID.randomUUID(), "", "", "", "en"), newsletter,
                (collected == null) ? null : new Proof("a1", SINCE, "c3", collected, "fair-2", "BOX-7"));
    }

    private Outcome decide(Standing standing) {
        assertThat(this.admission.decide(row("mayor", null), standing)).isNotEqualTo(Outcome.SUBSCRIBED);
        return this.admission.decide(row("mayor", SINCE.plusSeconds(60)), standing);
    }

    @Test
    void c16WithEvidenceItIsAConsentAndWithoutALetterThatAsks() {
        assertThat(decide(Standing.NEW)).isEqualTo(Outcome.SUBSCRIBED);
        assertThat(this.admission.decide(row("mayor", null), Standing.NEW)).isEqualTo(Outcome.ASKED);
    }

    @Test
    void c16WhoHasLeftOrWantsNothingNeverComesBackWhateverTheEvidence() {
        assertThat(decide(new Standing(false, Set.of(), MAYOR, Set.of(), Set.of()))).isEqualTo(Outcome.WITHDRAWN);
        assertThat(decide(new Standing(true, Set.of(), Set.of(), Set.of(), Set.of()))).isEqualTo(Outcome.SUPPRESSED);
        assertThat(this.admission.decide(row("mayor", null), new Standing(false, Set.of(), MAYOR, Set.of(), Set.of())))
            .isEqualTo(Outcome.WITHDRAWN);
    }

    @Test
    void whatTheyTakeStaysAsItIs() {
        assertThat(decide(new Standing(false, MAYOR, Set.of(), Set.of(), Set.of()))).isEqualTo(Outcome.KNOWN);
    }

    @Test
    void nobodyIsAskedTwice() {
        assertThat(this.admission.decide(row("mayor", null), new Standing(false, Set.of(), Set.of(), MAYOR, Set.of())))
            .isEqualTo(Outcome.KNOWN);
        assertThat(this.admission.decide(row("mayor", null), new Standing(false, Set.of(), Set.of(), Set.of(), MAYOR)))
            .isEqualTo(Outcome.ASKED_BEFORE);
        assertThat(decide(new Standing(false, Set.of(), Set.of(), MAYOR, MAYOR))).isEqualTo(Outcome.SUBSCRIBED);
    }

    @Test
    void c28AConsentLastsFromTheDayOnWhichItWasGiven() {
        Instant longAgo = Instant.parse("2024-11-25T12:00:00Z");
        assertThat(this.admission.decide(row("mayor", longAgo), Standing.NEW)).isEqualTo(Outcome.TOO_OLD);
        ImportRow recent = row("mayor", longAgo.plusMillis(1));
        assertThat(this.admission.decide(recent, Standing.NEW)).isEqualTo(Outcome.SUBSCRIBED);
        assertThat(this.admission.validUntil(recent, Objects.requireNonNull(recent.proof())))
            .isEqualTo(NOW.plusMillis(1));
    }

    @Test
    void c29WordsFromBeforeThePurposeChangedProveNothing() {
        assertThat(admission(SINCE.plusSeconds(1)).decide(row("mayor", NOW.minusSeconds(60)), Standing.NEW))
            .isEqualTo(Outcome.OTHER_PURPOSE);
        assertThat(admission(SINCE).decide(row("mayor", NOW.minusSeconds(60)), Standing.NEW))
            .isEqualTo(Outcome.SUBSCRIBED);
    }

    @Test
    void whatIsNotOnOfferIsNotImported() {
        assertThat(this.admission.decide(row("gazette", NOW.minusSeconds(60)), Standing.NEW))
            .isEqualTo(Outcome.NO_NEWSLETTER);
    }

}
