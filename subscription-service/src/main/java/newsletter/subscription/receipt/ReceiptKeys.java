package newsletter.subscription.receipt;

import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.signature.Ed25519Parameters;
import com.google.crypto.tink.signature.Ed25519PrivateKey;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;

import newsletter.subscription.receipt.Verifier.Finding;

/**
 * Signs receipts as JWS (RFC 7515) with Ed25519 (RFC 8037), and knows its own. Older keys
 * of the keyset no longer sign, and what they signed still holds; a key that is disabled
 * in the keyset holds nothing any more. The private key stays within Tink.
 */
public final class ReceiptKeys {

    /** So that nothing else that we may sign one day is taken for a receipt. */
    private static final JOSEObjectType TYPE = new JOSEObjectType("consent-receipt+jws");

    private final PublicKeySign signer;

    private final JWSHeader header;

    /** Public keys by their id, the one that signs first. */
    private final Map<String, OctetKeyPair> keys = new LinkedHashMap<>();

    /**
     * @throws IllegalArgumentException if the keyset is not of Ed25519 keys with raw
     * output
     */
    public ReceiptKeys(KeysetHandle keyset) {
        try {
            this.signer = keyset.getPrimitive(RegistryConfiguration.get(), PublicKeySign.class);
            OctetKeyPair primary = publicKey(keyset.getPrimary());
            this.header = new JWSHeader.Builder(JWSAlgorithm.EdDSA).type(TYPE).keyID(primary.getKeyID()).build();
            this.keys.put(primary.getKeyID(), primary);
            for (int index = 0; index < keyset.size(); index++) {
                if (keyset.getAt(index).getStatus() == KeyStatus.ENABLED) {
                    OctetKeyPair key = publicKey(keyset.getAt(index));
                    this.keys.putIfAbsent(key.getKeyID(), key);
                }
            }
        }
        catch (GeneralSecurityException | JOSEException ex) {
            throw new IllegalArgumentException("This keyset cannot sign receipts", ex);
        }
    }

    @AccessesPartialKey
    private static OctetKeyPair publicKey(KeysetHandle.Entry entry) throws JOSEException {
        if (entry.getKey() instanceof Ed25519PrivateKey key
                && key.getParameters().getVariant() == Ed25519Parameters.Variant.NO_PREFIX) {
            return new OctetKeyPair.Builder(Curve.Ed25519,
                    Base64URL.encode(key.getPublicKey().getPublicKeyBytes().toByteArray()))
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.EdDSA)
                .keyIDFromThumbprint()
                .build();
        }
        throw new IllegalArgumentException("A JWS wants Ed25519 keys with raw output");
    }

    /** A JWS in compact form. The same text always makes the same one. */
    String sign(String payload) {
        try {
            var unsigned = new JWSObject(this.header, new Payload(payload));
            Base64URL signature = Base64URL.encode(this.signer.sign(unsigned.getSigningInput()));
            return new JWSObject(this.header.toBase64URL(), unsigned.getPayload().toBase64URL(), signature).serialize();
        }
        catch (GeneralSecurityException | ParseException ex) {
            throw new IllegalStateException("Could not sign", ex);
        }
    }

    /** What others need to check our signatures: a JWK set (RFC 7517). */
    String keySet() {
        return new JWKSet(this.keys.values().stream().map(JWK.class::cast).toList()).toString();
    }

    /**
     * What a JWS says, if it is one.
     * @param jws in compact form
     */
    Opened open(String jws) {
        return parse(jws)
            .map((object) -> key(object.getHeader()).map((key) -> open(object, key)).orElse(Opened.NOT_OURS))
            .orElse(Opened.UNREADABLE);
    }

    private static Optional<JWSObject> parse(String jws) {
        try {
            return Optional.of(JWSObject.parse(jws));
        }
        catch (ParseException | RuntimeException ex) {
            // The library has more than one way to fail on what is no JWS: a header that
            // is null, for one, ends in a NullPointerException.
            return Optional.empty();
        }
    }

    /**
     * Ours, by its name, and only for how we sign: what the header says of algorithms and
     * keys is the word of whoever wrote it.
     */
    private Optional<OctetKeyPair> key(JWSHeader header) {
        return Optional.ofNullable(header.getKeyID())
            .filter((_) -> JWSAlgorithm.EdDSA.equals(header.getAlgorithm()) && TYPE.equals(header.getType()))
            .map(this.keys::get);
    }

    private static Opened open(JWSObject object, OctetKeyPair key) {
        try {
            Base64URL signature = object.getSignature();
            // Only as we write it: a decoder ignores spare bits and strange characters.
            boolean ours = Base64URL.encode(signature.decode()).equals(signature)
                    && object.verify(new Ed25519Verifier(key));
            return ours ? new Opened(Finding.GENUINE, object.getPayload().toString()) : Opened.CHANGED;
        }
        catch (JOSEException ex) {
            return Opened.CHANGED;
        }
    }

    /** What a JWS turned out to be, and what it says if that can be believed. */
    record Opened(Finding finding, String payload) {

        static final Opened CHANGED = new Opened(Finding.CHANGED, "");

        static final Opened NOT_OURS = new Opened(Finding.NOT_OURS, "");

        static final Opened UNREADABLE = new Opened(Finding.UNREADABLE, "");

    }

}
