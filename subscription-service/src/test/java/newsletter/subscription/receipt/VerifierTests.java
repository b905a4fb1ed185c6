package newsletter.subscription.receipt;

import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Random;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import newsletter.subscription.receipt.Documents.Signed;
import newsletter.subscription.receipt.Verifier.Finding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Plays whoever would like the city to have signed something else. */
class VerifierTests {

    private static final ReceiptKeys KEYS = new ReceiptKeys(SomeReceipt.keyset());

    private final Signed signed = SomeReceipt.signed(KEYS);

    private final Verifier verifier = new Verifier(KEYS);

    private Finding finding(String pasted) {
        return this.verifier.check(pasted).finding();
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private String[] parts() {
        return this.signed.signature().split("\\.", -1);
    }

    private String header() {
        return new String(Base64.getUrlDecoder().decode(parts()[0]), UTF_8);
    }

    @Test
    void aReceiptOfOursIsGenuineAndSaysWhatWasSigned() {
        for (String pasted : List.of(this.signed.signature(), this.signed.file(), "\n " + this.signed.file() + "\r\n ",
                this.signed.signature().replaceAll("(.{60})", "$1\r\n  "))) {
            assertThat(this.verifier.check(pasted)).satisfies((verdict) -> {
                assertThat(verdict.finding()).isEqualTo(Finding.GENUINE);
                assertThat(verdict.document()).isEqualTo(this.signed.document());
            });
        }
    }

    @Test
    void theOrderAndTheSpaceInTheFileDoNotMatter() {
        String payload = this.signed.payload();
        String other = "{\"signature\":\"" + this.signed.signature() + "\" ,  " + payload.substring(1);
        assertThat(finding(other)).isEqualTo(Finding.GENUINE);
    }

    @Test
    void noneIsNoSignature() {
        String none = header().replace("\"EdDSA\"", "\"none\"");
        assertThat(finding(encode(none) + "." + parts()[1] + ".")).isNotEqualTo(Finding.GENUINE);
        assertThat(finding(encode(none) + "." + parts()[1] + "." + parts()[2])).isNotEqualTo(Finding.GENUINE);
        assertThat(finding(parts()[0] + "." + parts()[1] + ".")).isNotEqualTo(Finding.GENUINE);
        assertThat(finding(this.signed.payload())).isEqualTo(Finding.NOT_OURS);
    }

    @Test
    void aSignatureWithAnotherKeyIsNotOurs() {
        var others = new ReceiptKeys(SomeReceipt.keyset());
        assertThat(finding(SomeReceipt.signed(others).signature())).isEqualTo(Finding.NOT_OURS);
        assertThat(finding(SomeReceipt.signed(others).file())).isEqualTo(Finding.NOT_OURS);
        // The same under the name of our key.
        String[] forged = SomeReceipt.signed(others).signature().split("\\.", -1);
        assertThat(finding(parts()[0] + "." + forged[1] + "." + forged[2])).isEqualTo(Finding.CHANGED);
    }

    /** Whoever reads the algorithm from the header takes our public key for a secret. */
    @Test
    void ourPublicKeyIsNoSecretToSignWith() throws Exception {
        JsonNode key = ReceiptJson.tree(KEYS.keySet()).get("keys").get(0);
        var hmac = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType("consent-receipt+jws"))
                    .keyID(key.get("kid").stringValue())
                    .build(),
                new Payload(this.signed.payload()));
        hmac.sign(new MACSigner(Base64.getUrlDecoder().decode(key.get("x").stringValue())));
        assertThat(finding(hmac.serialize())).isEqualTo(Finding.NOT_OURS);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var rsa = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.RS256).type(new JOSEObjectType("consent-receipt+jws"))
                    .keyID(key.get("kid").stringValue())
                    .build(),
                new Payload(this.signed.payload()));
        rsa.sign(new RSASSASigner(generator.generateKeyPair().getPrivate()));
        assertThat(finding(rsa.serialize())).isEqualTo(Finding.NOT_OURS);
    }

    /** A key that comes with the signature proves that somebody had a key. */
    @Test
    void aKeyThatTheHeaderBringsIsNotAsked() {
        var others = new ReceiptKeys(SomeReceipt.keyset());
        String[] forged = SomeReceipt.signed(others).signature().split("\\.", -1);
        String jwk = ReceiptJson.tree(others.keySet()).get("keys").get(0).toString();
        String header = header().replaceFirst("\\{", "{\"jwk\":" + jwk.replace("$", "\\$") + ",");
        assertThat(finding(encode(header) + "." + forged[1] + "." + forged[2])).isEqualTo(Finding.CHANGED);
    }

    @Test
    void aSignatureForSomethingElseIsNoReceipt() throws Exception {
        JsonNode key = ReceiptJson.tree(KEYS.keySet()).get("keys").get(0);
        var header = new JWSHeader.Builder(JWSAlgorithm.EdDSA).type(JOSEObjectType.JWT)
            .keyID(key.get("kid").stringValue())
            .build();
        assertThat(finding(header.toBase64URL() + "." + parts()[1] + "." + parts()[2])).isEqualTo(Finding.NOT_OURS);
        assertThat(finding(KEYS.sign("{\"schema_version\":\"city-newsletter/something-else/1\"}")))
            .isEqualTo(Finding.UNREADABLE);
        assertThat(finding(KEYS.sign("no JSON"))).isEqualTo(Finding.UNREADABLE);
    }

    @Test
    void anotherTextUnderOurSignatureIsAChangedReceipt() {
        String other = encode(this.signed.payload().replace("Email from the Mayor", "Casino"));
        assertThat(finding(parts()[0] + "." + other + "." + parts()[2])).isEqualTo(Finding.CHANGED);
    }

    @Test
    void anotherTextAroundOurSignatureIsAChangedReceipt() {
        assertThat(finding(this.signed.file().replace("City of Exford", "City of Oxbridge")))
            .isEqualTo(Finding.CHANGED);
        assertThat(finding("{\"signature\":\"" + this.signed.signature() + "\"}")).isEqualTo(Finding.CHANGED);
        assertThat(finding(this.signed.file().replaceFirst("\\{", "{\"more\": 1,"))).isEqualTo(Finding.CHANGED);
    }

    @Test
    void everyCharacterOfASignedReceiptCounts() {
        String jws = this.signed.signature();
        var random = new Random(7037);
        for (int i = 0; i < jws.length(); i += (i < jws.length() - 90) ? 17 : 1) {
            char other = (jws.charAt(i) == 'A') ? 'B' : 'A';
            String changed = jws.substring(0, i) + other + jws.substring(i + 1);
            assertThat(finding(changed)).as("at %d of %d", i, jws.length()).isNotEqualTo(Finding.GENUINE);
            String without = jws.substring(0, i) + jws.substring(i + 1);
            assertThat(finding(without)).as("without %d", i).isNotEqualTo(Finding.GENUINE);
            assertThat(finding(jws.substring(0, i))).isNotEqualTo(Finding.GENUINE);
            String strange = jws.substring(0, i) + (char) random.nextInt(0x21, 0x2c) + jws.substring(i);
            assertThat(finding(strange)).as("with more at %d", i).isNotEqualTo(Finding.GENUINE);
        }
        // The last character has bits to spare that a decoder ignores.
        String last = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        assertThat(last.chars()
            .filter((character) -> finding(jws.substring(0, jws.length() - 1) + (char) character) == Finding.GENUINE))
            .hasSize(1);
    }

    @Test
    void aMemberThatIsThereTwiceIsNotRead() {
        String twice = this.signed.file().replaceFirst("\\{", "{\"receipt_id\": \"AAAA-AAAA-AAAA\",");
        assertThat(finding(twice)).isEqualTo(Finding.UNREADABLE);
        String signatures = this.signed.file().replaceFirst("\\{", "{\"signature\": \"x.y.z\",");
        assertThat(finding(signatures)).isEqualTo(Finding.UNREADABLE);
    }

    @Test
    void whatComesAfterAReceiptIsNotOverlooked() {
        assertThat(finding(this.signed.file() + "{\"receipt_id\": \"AAAA-AAAA-AAAA\"}")).isEqualTo(Finding.UNREADABLE);
        assertThat(finding(this.signed.signature() + " and more")).isNotEqualTo(Finding.GENUINE);
    }

    @ParameterizedTest
    @ValueSource(strings = { "x", "a.b.c", "...", "..", "{", "{\"signature\"", "[]", "{} {}", "eyJ",
            "{\"signature\":1}", "{\"signature\":null}", "{\"signature\":{}}", "{\"signature\":\"\"}",
            "<script>alert(1)</script>", "e30.e30.e30", "eyJhbGciOjF9.e30.AA", "bnVsbA.bnVsbA.AA", "W10.W10.AA",
            // {"alg":"EdDSA","crit":["b64"],"b64":false}
            "eyJhbGciOiJFZERTQSIsImNyaXQiOlsiYjY0Il0sImI2NCI6ZmFsc2V9.{}.AA",
            // {"alg":"EdDSA","jwk":{"kty":"OKP","crv":"Ed25519","x":"AA","d":"AA"}}
            "eyJhbGciOiJFZERTQSIsImp3ayI6eyJrdHkiOiJPS1AiLCJjcnYiOiJFZDI1NTE5IiwieCI6IkFBIiwiZCI6IkFBIn19.e30.AA",
            "\u0000", "\ud800", "🌹", "﻿{}" })
    void whatIsNoReceiptIsSaidToBeNone(String pasted) {
        assertThat(finding(pasted)).isIn(Finding.UNREADABLE, Finding.NOT_OURS);
        assertThat(this.verifier.check(pasted).document()).isNull();
    }

    @Test
    void nothingIsSaidToBeMissing() {
        assertThat(finding("")).isEqualTo(Finding.MISSING);
        assertThat(finding(" \r\n\t")).isEqualTo(Finding.MISSING);
    }

    @Test
    void whatIsAbsurdIsNotRead() {
        assertThat(finding("{".repeat(Verifier.MAX_LENGTH))).isEqualTo(Finding.UNREADABLE);
        assertThat(finding("{\"a\":".repeat(Verifier.MAX_LENGTH / 5))).isEqualTo(Finding.UNREADABLE);
        assertThat(finding("A".repeat(Verifier.MAX_LENGTH))).isEqualTo(Finding.UNREADABLE);
        assertThat(finding(" ".repeat(Verifier.MAX_LENGTH + 1))).isEqualTo(Finding.TOO_LONG);
        assertThat(finding("{\"signature\":" + "9".repeat(50_000) + "}")).isEqualTo(Finding.UNREADABLE);
        assertThat(finding("{\"a\":1e999999999,\"signature\":\"" + this.signed.signature() + "\"}"))
            .isNotEqualTo(Finding.GENUINE);
        String header = Base64URL.encode("{\"alg\":\"EdDSA\",\"a\":" + "[".repeat(9000) + "]".repeat(9000) + "}")
            .toString();
        assertThat(finding(header + ".e30.AA")).isIn(Finding.UNREADABLE, Finding.NOT_OURS);
    }

}
