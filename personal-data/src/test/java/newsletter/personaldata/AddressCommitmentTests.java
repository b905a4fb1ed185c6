package newsletter.personaldata;

import java.util.HexFormat;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AddressCommitmentTests {

    /** Made with another program: the ledger keeps commitments for ever. */
    @Test
    void theCommitmentIsPlainHmacSoThatAnybodyCanCheckIt() {
        byte[] salt = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
        assertThat(AddressCommitment.of(EmailAddress.parse("Ada@Example.org").orElseThrow(), salt))
            .isEqualTo("c2ca8524eab3e540e13d4e2397be333a5ec2db8584379861a06b030d7ac7a5a6");
    }

    @Test
    void everySaltIsNewAndHidesTheAddress() {
        EmailAddress ada = EmailAddress.parse("ada@example.org").orElseThrow();
        byte[] one = AddressCommitment.newSalt();
        byte[] other = AddressCommitment.newSalt();
        assertThat(one).hasSize(32).isNotEqualTo(other);
        assertThat(AddressCommitment.of(ada, one)).isNotEqualTo(AddressCommitment.of(ada, other));
    }

}
