package newsletter.personaldata;

import java.util.List;

import com.google.crypto.tink.KeysetHandle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SealTests {

    private static final List<String> ALPHABET = List
        .of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=.+/ \u00e4".split(""));

    private final KeysetHandle keyset = Keysets.mac();

    private final Seal seal = new Seal(this.keyset);

    @ParameterizedTest
    @ValueSource(strings = { "", "a", "two words", "stra\u00dfe \ud83d\ude00", "a.b.c" })
    void whatWasSealedOpensAsItWasAndFitsInAUrl(String text) {
        String sealed = this.seal.seal("form", text);
        assertThat(sealed).matches("[A-Za-z0-9_.-]+");
        assertThat(this.seal.open("form", sealed)).hasValue(text);
    }

    /** Each place, each other character: base64's spare bits make some of them equal. */
    @Test
    void everyChangedCharacterIsRefused() {
        String sealed = this.seal.seal("form", "ada");
        for (int place = 0; place < sealed.length(); place++) {
            for (String other : ALPHABET) {
                if (!sealed.startsWith(other, place)) {
                    String changed = sealed.substring(0, place) + other + sealed.substring(place + 1);
                    assertThat(this.seal.open("form", changed)).isEmpty();
                }
            }
        }
    }

    @Test
    void everythingCutOffOrAddedIsRefused() {
        String sealed = this.seal.seal("form", "ada");
        for (int end = 0; end < sealed.length(); end++) {
            assertThat(this.seal.open("form", sealed.substring(0, end))).isEmpty();
            assertThat(this.seal.open("form", sealed.substring(end + 1))).isEmpty();
        }
        for (String more : ALPHABET) {
            assertThat(this.seal.open("form", sealed + more)).isEmpty();
            assertThat(this.seal.open("form", more + sealed)).isEmpty();
        }
        assertThat(this.seal.open("form", sealed + ".".repeat(1_000_000))).isEmpty();
    }

    @Test
    void madeForOnePurposeItIsGoodForNoOther() {
        assertThat(this.seal.open("link", this.seal.seal("form", "ada"))).isEmpty();
        assertThat(this.seal.open("forma", this.seal.seal("form", "ada"))).isEmpty();
        assertThat(this.seal.open("form", this.seal.seal("forma", "da"))).isEmpty();
    }

    @Test
    void madeWithOtherKeysItIsRefused() {
        assertThat(this.seal.open("form", new Seal(Keysets.mac()).seal("form", "ada"))).isEmpty();
    }

    @Test
    void afterARotationWhatIsOldStillOpens() {
        String old = this.seal.seal("form", "ada");
        var rotated = new Seal(Keysets.rotated(this.keyset));
        assertThat(rotated.open("form", old)).hasValue("ada");
        assertThat(this.seal.open("form", rotated.seal("form", "ada"))).isEmpty();
    }

    @Test
    void aKeysetForSomethingElseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Seal(Keysets.address()));
    }

}
