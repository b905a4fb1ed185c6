package newsletter.personaldata;

import java.util.UUID;

import com.google.crypto.tink.KeysetHandle;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class AddressCipherTests {

    private static final EmailAddress ADA = EmailAddress.parse("Ada@example.org").orElseThrow();

    private final KeysetHandle keyset = Keysets.address();

    private final AddressCipher cipher = new AddressCipher(this.keyset);

    private final UUID ada = UUID.randomUUID();

    @Test
    void whatWasEncryptedOpensAsItWas() {
        byte[] salt = AddressCommitment.newSalt();
        assertThat(this.cipher.decryptAddress(this.ada, this.cipher.encryptAddress(this.ada, ADA)).mailbox())
            .isEqualTo("Ada@example.org");
        assertThat(this.cipher.decryptSalt(this.ada, this.cipher.encryptSalt(this.ada, salt))).isEqualTo(salt);
    }

    @Test
    void twoCiphertextsOfOneAddressDiffer() {
        assertThat(this.cipher.encryptAddress(this.ada, ADA)).isNotEqualTo(this.cipher.encryptAddress(this.ada, ADA));
    }

    @Test
    void movedToAnotherRowItDoesNotOpen() {
        byte[] ciphertext = this.cipher.encryptAddress(this.ada, ADA);
        assertThatIllegalStateException().isThrownBy(() -> this.cipher.decryptAddress(UUID.randomUUID(), ciphertext));
    }

    @Test
    void movedToAnotherColumnItDoesNotOpen() {
        byte[] address = this.cipher.encryptAddress(this.ada, ADA);
        byte[] salt = this.cipher.encryptSalt(this.ada, AddressCommitment.newSalt());
        assertThatIllegalStateException().isThrownBy(() -> this.cipher.decryptSalt(this.ada, address));
        assertThatIllegalStateException().isThrownBy(() -> this.cipher.decryptAddress(this.ada, salt));
    }

    @Test
    void aByteChangedAnywhereItDoesNotOpen() {
        byte[] ciphertext = this.cipher.encryptAddress(this.ada, ADA);
        for (int i = 0; i < ciphertext.length; i++) {
            byte[] changed = ciphertext.clone();
            changed[i] ^= 1;
            assertThatIllegalStateException().isThrownBy(() -> this.cipher.decryptAddress(this.ada, changed));
        }
    }

    @Test
    void afterARotationWhatIsOldStillOpensAndWhatIsNewNeedsTheNewKey() {
        byte[] old = this.cipher.encryptAddress(this.ada, ADA);
        var rotated = new AddressCipher(Keysets.rotated(this.keyset));
        assertThat(rotated.decryptAddress(this.ada, old)).isEqualTo(ADA);
        byte[] fresh = rotated.encryptAddress(this.ada, ADA);
        assertThatIllegalStateException().isThrownBy(() -> this.cipher.decryptAddress(this.ada, fresh));
    }

    @Test
    void aKeysetForSomethingElseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AddressCipher(Keysets.mac()));
    }

    @Test
    void aFailureDoesNotSayTheAddress() {
        byte[] ciphertext = this.cipher.encryptAddress(this.ada, ADA);
        assertThatIllegalStateException().isThrownBy(() -> this.cipher.decryptAddress(UUID.randomUUID(), ciphertext))
            .satisfies((ex) -> assertThat(ex.toString() + ex.getCause()).doesNotContainIgnoringCase("ada@"));
    }

}
