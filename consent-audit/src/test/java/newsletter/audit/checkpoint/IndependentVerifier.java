package newsletter.audit.checkpoint;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Somebody else who checks signed notes and proofs, with nothing but the verifier key
 * string, the text of the specifications and the JDK.
 */
public final class IndependentVerifier {

    /** What stands before the 32 bytes of an Ed25519 key in its X.509 form. */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;

    private final byte[] keyId;

    private final byte[] publicKey;

    public IndependentVerifier(String verifierKey) throws GeneralSecurityException {
        String[] parts = verifierKey.strip().split("\\+", 3);
        this.name = parts[0];
        this.keyId = HexFormat.of().parseHex(parts[1]);
        byte[] typeAndKey = Base64.getDecoder().decode(parts[2]);
        if (typeAndKey.length != 33 || typeAndKey[0] != 1) {
            throw new GeneralSecurityException("no Ed25519 key");
        }
        this.publicKey = Arrays.copyOfRange(typeAndKey, 1, 33);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(this.name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0x0A);
        digest.update(typeAndKey);
        if (!Arrays.equals(this.keyId, Arrays.copyOf(digest.digest(), 4))) {
            throw new GeneralSecurityException("the id is not that of the key");
        }
    }

    /** The three lines that were signed. */
    public String[] open(String note) throws GeneralSecurityException {
        int blank = note.lastIndexOf("\n\n");
        String text = note.substring(0, blank + 1);
        String line = note.substring(blank + 2);
        String start = "\u2014 " + this.name + " ";
        if (!line.startsWith(start) || !line.endsWith("\n")) {
            throw new GeneralSecurityException("not signed by " + this.name);
        }
        byte[] signed = Base64.getDecoder().decode(line.substring(start.length(), line.length() - 1));
        if (!Arrays.equals(this.keyId, Arrays.copyOf(signed, 4))) {
            throw new GeneralSecurityException("another key");
        }
        byte[] x509 = Arrays.copyOf(X509_PREFIX, 44);
        System.arraycopy(this.publicKey, 0, x509, 12, 32);
        Signature ed25519 = Signature.getInstance("Ed25519");
        ed25519.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
        ed25519.update(text.getBytes(StandardCharsets.UTF_8));
        if (!ed25519.verify(signed, 4, 64) || signed.length != 68) {
            throw new GeneralSecurityException("the signature does not hold");
        }
        return text.split("\n", -1);
    }

    /** Whether an entry is in a tree, by the text of RFC 9162, 2.1.3.2. */
    public static boolean isIncluded(byte[] entry, long index, long size, List<byte[]> path, byte[] root)
            throws GeneralSecurityException {
        if (index >= size) {
            return false;
        }
        long fn = index;
        long sn = size - 1;
        byte[] r = sha256(new byte[] { 0 }, entry);
        for (byte[] p : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = sha256(new byte[] { 1 }, p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            }
            else {
                r = sha256(new byte[] { 1 }, r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(r, root);
    }

    private static byte[] sha256(byte[]... parts) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

}
