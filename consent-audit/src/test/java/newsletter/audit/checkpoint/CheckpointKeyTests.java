package newsletter.audit.checkpoint;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import org.junit.jupiter.api.Test;

import newsletter.audit.TestKeys;
import newsletter.audit.tree.Hash;
import newsletter.personaldata.KeysetFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CheckpointKeyTests {

    private static final String ORIGIN = "audit.exford.example/ledger";

    private static final Checkpoint CHECKPOINT = new Checkpoint(ORIGIN, 57, Hash.ofLeaf(new byte[] { 1 }));

    private final KeysetHandle keyset = KeysetFile.read(TestKeys.file("ledger"), true);

    private final CheckpointKey key = new CheckpointKey(this.keyset, ORIGIN);

    @Test
    void anybodyCanCheckASignatureWithTheVerifierKey() throws GeneralSecurityException {
        String[] lines = new IndependentVerifier(this.key.verifierKeys()).open(this.key.sign(CHECKPOINT));
        assertThat(lines).containsExactly(ORIGIN, "57", Base64.getEncoder().encodeToString(CHECKPOINT.root().bytes()),
                "");
    }

    @Test
    void whatItSignedItOpens() {
        assertThat(this.key.open(this.key.sign(CHECKPOINT))).contains(CHECKPOINT);
    }

    @Test
    void oneOtherLetterIsEnoughToRefuseIt() {
        String note = this.key.sign(CHECKPOINT);
        for (int at = 0; at < note.length(); at++) {
            char other = (note.charAt(at) == 'A') ? 'B' : 'A';
            String forged = note.substring(0, at) + other + note.substring(at + 1);
            assertThat(this.key.open(forged)).as("%s", forged).isEmpty();
        }
    }

    /** Base64 drops the last bits of its last letter. */
    @Test
    void theSameSignatureWrittenInAnotherWayIsRefused() {
        String note = this.key.sign(CHECKPOINT);
        int last = note.lastIndexOf('=') - 1;
        char sameBytes = (char) (note.charAt(last) + 1);
        assertThat(this.key.open(note.substring(0, last) + sameBytes + note.substring(last + 1))).isEmpty();
    }

    @Test
    void aNoteThatIsCutShortOrMadeLongerIsRefused() {
        String note = this.key.sign(CHECKPOINT);
        assertThat(this.key.open(note.substring(0, note.length() - 1))).isEmpty();
        assertThat(this.key.open(note.substring(0, note.lastIndexOf("\n\n") + 2))).isEmpty();
        assertThat(this.key.open(note + "\n")).isEmpty();
        assertThat(this.key.open("x\n" + note)).isEmpty();
        assertThat(this.key.open("")).isEmpty();
        assertThat(this.key.open("\n\n")).isEmpty();
    }

    @Test
    void aSignatureOfAnotherKeyIsRefused() throws GeneralSecurityException {
        var other = new CheckpointKey(keysetOf(PredefinedSignatureParameters.ED25519WithRawOutput), ORIGIN);
        assertThat(this.key.open(other.sign(CHECKPOINT))).isEmpty();
    }

    @Test
    void aSignatureForAnotherLogIsRefused() {
        var other = new CheckpointKey(this.keyset, "elsewhere.example/ledger");
        String note = other.sign(new Checkpoint("elsewhere.example/ledger", 57, CHECKPOINT.root()));
        assertThat(this.key.open(note)).isEmpty();
        // Ours by its signature, and about another log.
        assertThat(this.key.open(this.key.sign(new Checkpoint("elsewhere.example/ledger", 57, CHECKPOINT.root()))))
            .isEmpty();
    }

    @Test
    void signaturesOfOthersBesideOursAreLeftAlone() {
        String note = this.key.sign(CHECKPOINT);
        String witnessed = note + "\u2014 witness.example/w1 " + Base64.getEncoder().encodeToString(new byte[76])
                + "\n";
        assertThat(this.key.open(witnessed)).contains(CHECKPOINT);
    }

    @Test
    void aWrongSignatureUnderOurNameSpoilsTheNote() {
        String note = this.key.sign(CHECKPOINT);
        byte[] wrong = Base64.getDecoder().decode(note.substring(note.lastIndexOf(' ') + 1).strip());
        wrong[20] ^= 1;
        assertThat(this.key.open(note + "\u2014 " + ORIGIN + " " + Base64.getEncoder().encodeToString(wrong) + "\n"))
            .isEmpty();
    }

    @Test
    void whatAnOlderKeySignedStillHolds() throws GeneralSecurityException {
        String old = this.key.sign(CHECKPOINT);
        KeysetHandle rotated = KeysetHandle.newBuilder(this.keyset)
            .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedSignatureParameters.ED25519WithRawOutput)
                .withRandomId()
                .makePrimary())
            .build();
        var key = new CheckpointKey(rotated, ORIGIN);
        assertThat(key.open(old)).contains(CHECKPOINT);
        assertThat(key.verifierKeys().lines()).hasSize(2).last().isEqualTo(this.key.verifierKeys().strip());
        new IndependentVerifier(key.verifierKeys().lines().findFirst().orElseThrow()).open(key.sign(CHECKPOINT));
        assertThatExceptionOfType(GeneralSecurityException.class)
            .isThrownBy(() -> new IndependentVerifier(this.key.verifierKeys()).open(key.sign(CHECKPOINT)));
    }

    @Test
    void aRowThatSaysOtherwiseThanItsNoteIsRefused() {
        String note = this.key.sign(CHECKPOINT);
        assertThat(this.key.open(new StoredCheckpoint(57, CHECKPOINT.root(), note, Instant.EPOCH)))
            .contains(CHECKPOINT);
        assertThat(this.key.open(new StoredCheckpoint(56, CHECKPOINT.root(), note, Instant.EPOCH))).isEmpty();
        assertThat(this.key.open(new StoredCheckpoint(57, Hash.OF_NOTHING, note, Instant.EPOCH))).isEmpty();
    }

    @Test
    void onlyAnEd25519KeyWithRawOutputWillDo() throws GeneralSecurityException {
        KeysetHandle prefixed = keysetOf(PredefinedSignatureParameters.ED25519);
        KeysetHandle mac = keysetOf(PredefinedMacParameters.HMAC_SHA256_256BITTAG);
        assertThatIllegalArgumentException().isThrownBy(() -> new CheckpointKey(prefixed, ORIGIN));
        assertThatIllegalArgumentException().isThrownBy(() -> new CheckpointKey(mac, ORIGIN));
    }

    private static KeysetHandle keysetOf(Parameters parameters) throws GeneralSecurityException {
        return KeysetHandle.newBuilder()
            .addEntry(KeysetHandle.generateEntryFromParameters(parameters).withRandomId().makePrimary())
            .build();
    }

    /** The example of the specification of checkpoints. */
    @Test
    void theExampleOfTheSpecificationIsRead() {
        String note = """
                example.com/behind-the-sofa
                20852163
                CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

                \u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
                """;
        SignedNote read = SignedNote.parse(note).orElseThrow();
        assertThat(read).hasToString(note);
        Checkpoint checkpoint = Checkpoint.parse(read.text()).orElseThrow();
        assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(checkpoint.size()).isEqualTo(20852163);
        assertThat(checkpoint.text()).isEqualTo(read.text());
    }

}
