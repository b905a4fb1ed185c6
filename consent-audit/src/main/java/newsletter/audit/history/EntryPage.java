package newsletter.audit.history;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

import newsletter.audit.checkpoint.StoredCheckpoint;
import newsletter.audit.delivery.StoredRow;
import newsletter.audit.evidence.Standing;
import newsletter.audit.ledger.Entry;
import newsletter.audit.tree.Hash;

/**
 * One entry, to the last byte.
 *
 * @param row the row below it that is shown, if it is one
 * @param checkpoint what it was checked against, if anything was signed
 */
public record EntryPage(Entry entry, @Nullable StoredRow row, Standing standing,
        @Nullable StoredCheckpoint checkpoint) {

    /** The exact bytes, as text: all entries are UTF-8, unless they were damaged. */
    public String text() {
        return new String(this.entry.payload(), StandardCharsets.UTF_8);
    }

    /** The same, unambiguously. */
    public String base64() {
        return Base64.getEncoder().encodeToString(this.entry.payload());
    }

    /** Of the bytes, now. */
    public Hash hash() {
        return Hash.ofLeaf(this.entry.payload());
    }

    /** The exact bytes of the row, as text. */
    public String rowText() {
        return (this.row != null) ? new String(this.row.bytes(), StandardCharsets.UTF_8) : "";
    }

    /** Of the row's bytes, now. */
    public @Nullable Hash rowHash() {
        return (this.row != null) ? Hash.ofLeaf(this.row.bytes()) : null;
    }

}
