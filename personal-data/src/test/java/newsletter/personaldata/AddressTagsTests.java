package newsletter.personaldata;

import com.google.crypto.tink.KeysetHandle;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AddressTagsTests {

    private static final EmailAddress ADA = EmailAddress.parse("ada@example.org").orElseThrow();

    private final KeysetHandle keyset = Keysets.tags();

    private final AddressTags tags = new AddressTags(this.keyset);

    @Test
    void onePersonHasOneTagHoweverTheyTypeIt() {
        assertThat(this.tags.tag(EmailAddress.parse("ADA@Example.org").orElseThrow())).isEqualTo(this.tags.tag(ADA))
            .hasSize(36);
    }

    @Test
    void anotherPersonHasAnother() {
        assertThat(this.tags.tag(EmailAddress.parse("ben@example.org").orElseThrow())).isNotEqualTo(this.tags.tag(ADA));
    }

    @Test
    void underAnotherKeyTheTagSaysNothing() {
        assertThat(new AddressTags(Keysets.tags()).tag(ADA)).isNotEqualTo(this.tags.tag(ADA));
    }

    @Test
    void afterTwoRotationsWhoeverWasTaggedBeforeIsStillFound() {
        KeysetHandle once = Keysets.rotated(this.keyset);
        var rotated = new AddressTags(Keysets.rotated(once));
        assertThat(rotated.tag(ADA)).isNotEqualTo(this.tags.tag(ADA));
        assertThat(rotated.tags(ADA)).hasSize(3)
            .contains(this.tags.tag(ADA), new AddressTags(once).tag(ADA))
            .first()
            .isEqualTo(rotated.tag(ADA));
    }

    @Test
    void aKeysetForSomethingElseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AddressTags(Keysets.address()));
    }

}
