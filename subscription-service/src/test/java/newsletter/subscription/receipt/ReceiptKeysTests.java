package newsletter.subscription.receipt;

import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;

import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import newsletter.subscription.receipt.Verifier.Finding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ReceiptKeysTests {

    private final KeysetHandle keyset = SomeReceipt.keyset();

    private final ReceiptKeys keys = new ReceiptKeys(this.keyset);

    private static List<JsonNode> published(ReceiptKeys keys) {
        return StreamSupport.stream(ReceiptJson.tree(keys.keySet()).get("keys").spliterator(), false).toList();
    }

    private static String id(JsonNode key) {
        return key.get("kid").stringValue();
    }

    /**
     * With the Java that is on every machine, and nothing of ours or of our libraries.
     */
    @Test
    void anybodyCanCheckASignatureWithWhatWePublish() throws Exception {
        String[] parts = this.keys.sign("{\"receipt\":\"1\"}").split("\\.", -1);
        JsonNode key = published(this.keys).getFirst();
        assertThat(key.get("kty").stringValue()).isEqualTo("OKP");
        assertThat(key.get("crv").stringValue()).isEqualTo("Ed25519");
        byte[] x509 = HexFormat.of()
            .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(decode(key.get("x").stringValue())));
        PublicKey publicKey = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(publicKey);
        signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
        assertThat(signature.verify(decode(parts[2]))).isTrue();
        JsonNode header = ReceiptJson.tree(new String(decode(parts[0]), UTF_8));
        assertThat(header.get("alg").stringValue()).isEqualTo("EdDSA");
        assertThat(header.get("kid").stringValue()).isEqualTo(id(key));
        assertThat(new String(decode(parts[1]), UTF_8)).isEqualTo("{\"receipt\":\"1\"}");
    }

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    @Test
    void noPrivateKeyIsPublished() {
        assertThat(published(this.keys)).singleElement()
            .satisfies((key) -> assertThat(key.propertyNames()).containsExactlyInAnyOrder("kty", "crv", "x", "kid",
                    "use", "alg"));
    }

    @Test
    void theSameReceiptHasTheSameSignature() {
        assertThat(this.keys.sign("{}")).isEqualTo(this.keys.sign("{}"));
        assertThat(this.keys.open(this.keys.sign("{}")).finding()).isEqualTo(Finding.GENUINE);
        assertThat(this.keys.open(this.keys.sign("{}")).payload()).isEqualTo("{}");
    }

    @Test
    void whatAnOlderKeySignedStillHoldsAndTheNewOneSigns() throws Exception {
        var rotated = new ReceiptKeys(KeysetHandle.newBuilder(this.keyset)
            .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedSignatureParameters.ED25519WithRawOutput)
                .withRandomId()
                .makePrimary())
            .build());
        assertThat(rotated.open(this.keys.sign("{}")).finding()).isEqualTo(Finding.GENUINE);
        assertThat(this.keys.open(rotated.sign("{}")).finding()).isEqualTo(Finding.NOT_OURS);
        assertThat(published(rotated)).extracting(ReceiptKeysTests::id)
            .hasSize(2)
            .element(1)
            .isEqualTo(id(published(this.keys).getFirst()));
    }

    /** The way out when a key has been stolen. */
    @Test
    void whatADisabledKeySignedNoLongerHolds() throws Exception {
        KeysetHandle.Builder stolen = KeysetHandle.newBuilder(this.keyset);
        stolen.addEntry(KeysetHandle.generateEntryFromParameters(PredefinedSignatureParameters.ED25519WithRawOutput)
            .withRandomId()
            .makePrimary());
        stolen.getAt(0).setStatus(KeyStatus.DISABLED);
        var after = new ReceiptKeys(stolen.build());
        assertThat(after.open(this.keys.sign("{}")).finding()).isEqualTo(Finding.NOT_OURS);
        assertThat(published(after)).hasSize(1);
    }

    @Test
    void otherKeysAreRefused() throws Exception {
        AeadConfig.register();
        for (var parameters : List.of(PredefinedAeadParameters.AES256_GCM, PredefinedSignatureParameters.ED25519,
                PredefinedSignatureParameters.ECDSA_P256)) {
            KeysetHandle other = KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.generateEntryFromParameters(parameters).withRandomId().makePrimary())
                .build();
            assertThatIllegalArgumentException().isThrownBy(() -> new ReceiptKeys(other));
        }
    }

}
