package newsletter.audit.checkpoint;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.signature.Ed25519Parameters;
import com.google.crypto.tink.signature.Ed25519PrivateKey;

/**
 * The key that signs checkpoints, under the name of the log. Older keys of the keyset no
 * longer sign, and what they signed still holds.
 */
public final class CheckpointKey {

    private final PublicKeySign signer;

    /** The one that signs first. */
    private final List<VerifierKey> verifiers = new ArrayList<>();

    private final String origin;

    /**
     * @throws IllegalArgumentException if the keyset is not of Ed25519 keys with raw
     * output
     */
    public CheckpointKey(KeysetHandle keyset, String origin) {
        this.origin = origin;
        try {
            this.signer = keyset.getPrimitive(RegistryConfiguration.get(), PublicKeySign.class);
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalArgumentException("This keyset cannot sign checkpoints", ex);
        }
        this.verifiers.add(verifier(keyset.getPrimary()));
        for (int index = 0; index < keyset.size(); index++) {
            if (!keyset.getAt(index).isPrimary()) {
                this.verifiers.add(verifier(keyset.getAt(index)));
            }
        }
    }

    @AccessesPartialKey
    private VerifierKey verifier(KeysetHandle.Entry entry) {
        if (entry.getKey() instanceof Ed25519PrivateKey key
                && key.getParameters().getVariant() == Ed25519Parameters.Variant.NO_PREFIX) {
            return new VerifierKey(this.origin, key.getPublicKey().getPublicKeyBytes().toByteArray());
        }
        throw new IllegalArgumentException("A signed note wants Ed25519 keys with raw output");
    }

    /** The name of the log that this key signs for. */
    public String origin() {
        return this.origin;
    }

    /** What anybody needs to check our signatures, one a line, the present one first. */
    public String verifierKeys() {
        var lines = new StringBuilder();
        this.verifiers.forEach((verifier) -> lines.append(verifier).append('\n'));
        return lines.toString();
    }

    /** The signed note that says it. */
    String sign(Checkpoint checkpoint) {
        String text = checkpoint.text();
        try {
            var bytes = new ByteArrayOutputStream();
            bytes.writeBytes(this.verifiers.getFirst().id());
            bytes.writeBytes(this.signer.sign(text.getBytes(StandardCharsets.UTF_8)));
            return new SignedNote(text, List.of(SignedNote.Line.of(this.origin, bytes.toByteArray()))).toString();
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException("Could not sign", ex);
        }
    }

    /**
     * What a note says, if one of our keys signed it, for our log. A note with a wrong
     * signature under our name is no note of ours, whatever else stands on it.
     */
    Optional<Checkpoint> open(String note) {
        return SignedNote.parse(note)
            .filter(this::isSignedByUs)
            .flatMap((signed) -> Checkpoint.parse(signed.text()))
            .filter((checkpoint) -> checkpoint.origin().equals(this.origin));
    }

    /** As {@link #open(String)}, if the row around the note says the same. */
    public Optional<Checkpoint> open(StoredCheckpoint stored) {
        return open(stored.note())
            .filter((signed) -> signed.size() == stored.size() && signed.root().equals(stored.root()));
    }

    /** That {@link #open(StoredCheckpoint)} gave nothing, in words for an officer. */
    public String doesNotKnow(StoredCheckpoint stored) {
        return ("The newest stored checkpoint, of %d entries, is not one that our key signed for %s: it was changed, or "
                + "the key or the name of the log was.")
            .formatted(stored.size(), this.origin);
    }

    private boolean isSignedByUs(SignedNote note) {
        boolean signed = false;
        for (SignedNote.Line line : note.lines()) {
            for (VerifierKey verifier : this.verifiers) {
                if (verifier.isNamedBy(line)) {
                    if (!verifier.verifies(line, note.text())) {
                        return false;
                    }
                    signed = true;
                }
            }
        }
        return signed;
    }

}
