package newsletter.personaldata;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import newsletter.personaldata.SignedLinks.Action;
import newsletter.personaldata.SignedLinks.Link;

import static org.assertj.core.api.Assertions.assertThat;

class SignedLinksTests {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private final Seal seal = new Seal(Keysets.mac());

    private final SignedLinks links = new SignedLinks(this.seal);

    private final UUID ada = UUID.randomUUID();

    @ParameterizedTest
    @EnumSource
    void aTokenSaysWhatItWasMadeForAndOnlyThat(Action action) {
        var link = new Link(action, this.ada, "mayor", NOW);
        String token = this.links.token(link);
        assertThat(this.links.read(action, token)).hasValue(link);
        for (Action other : Action.values()) {
            if (other != action) {
                assertThat(this.links.read(other, token)).isEmpty();
            }
        }
    }

    @Test
    void aLinkIsGoodUntilItExpiresAndCanBeReadAfterwards() {
        var link = new Link(Action.CONFIRM, this.ada, "request", NOW);
        Link read = this.links.read(Action.CONFIRM, this.links.token(link)).orElseThrow();
        assertThat(read.isExpired(NOW.minusSeconds(1))).isFalse();
        assertThat(read.isExpired(NOW)).isTrue();
    }

    @Test
    void anUnsubscribeLinkOfFiveYearsAgoStillWorks() {
        String token = this.links.token(new Link(Action.UNSUBSCRIBE, this.ada, "mayor", null));
        Link read = this.links.read(Action.UNSUBSCRIBE, token).orElseThrow();
        assertThat(read.isExpired(NOW.plus(5 * 365, ChronoUnit.DAYS))).isFalse();
        assertThat(read.isExpired(Instant.MAX)).isFalse();
    }

    @Test
    void anotherSubscriberHasAnotherToken() {
        assertThat(this.links.token(new Link(Action.UNSUBSCRIBE, this.ada, "mayor", null)))
            .isNotEqualTo(this.links.token(new Link(Action.UNSUBSCRIBE, UUID.randomUUID(), "mayor", null)));
    }

    /** Only a bug of ours could have sealed them, and that must not become a 500. */
    @ParameterizedTest
    @ValueSource(strings = { "", "x", "x - y", "- -", "00000000-0000-0000-0000-000000000000 soon mayor",
            "00000000-0000-0000-0000-000000000000 99999999999999999999 mayor",
            "00000000-0000-0000-0000-000000000000 9223372036854775807 mayor" })
    void whatHasOurSealButNotOurShapeIsRefused(String text) {
        assertThat(this.links.read(Action.CONFIRM, this.seal.seal("link:confirm", text))).isEmpty();
    }

}
