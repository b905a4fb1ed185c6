package newsletter.audit.checkpoint;

import java.time.Instant;

import newsletter.audit.tree.Hash;

/**
 * A checkpoint as it is stored, which somebody may have changed: its note is what was
 * signed.
 */
public record StoredCheckpoint(long size, Hash root, String note, Instant signedAt) {
}
