package newsletter.audit.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A node of the tree: 32 bytes of SHA-256. Leaves and inner nodes are hashed with
 * different first bytes, so that nobody can pass one off as the other.
 */
public final class Hash {

    /** How long a hash is. */
    public static final int BYTES = 32;

    /** The root of a tree without leaves. */
    public static final Hash OF_NOTHING = new Hash(sha256().digest());

    private static final byte LEAF = 0;

    private static final byte NODE = 1;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** SHA-256(0x00 ‖ entry). */
    public static Hash ofLeaf(byte[] entry) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return new Hash(digest.digest(entry));
    }

    /** SHA-256(0x01 ‖ left ‖ right). */
    public static Hash ofNode(Hash left, Hash right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    /**
     * A hash that was stored or sent.
     * @throws IllegalArgumentException if these are not 32 bytes
     */
    public static Hash of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    /** As {@link #of(byte[])}, from the middle of others. */
    static Hash of(byte[] bytes, int from, int to) {
        if (to - from != BYTES) {
            throw new IllegalArgumentException("A hash has 32 bytes, not " + (to - from));
        }
        return new Hash(Arrays.copyOfRange(bytes, from, to));
    }

    public byte[] bytes() {
        return this.bytes.clone();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("Every Java has SHA-256", ex);
        }
    }

    @Override
    public boolean equals(Object other) {
        return (other instanceof Hash hash) && Arrays.equals(this.bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(this.bytes);
    }

    /** In hex, as on paper. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(this.bytes);
    }

}
