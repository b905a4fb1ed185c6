package newsletter.audit.history;

/**
 * Whether an entry is really in the tree that was signed.
 *
 * @param index of the entry's leaf, from 0
 * @param size of the signed tree it was looked for in
 * @param words what to tell an officer
 */
public record Standing(Kind kind, long index, long size, String words) {

    /** The three things that can be said. */
    public enum Kind {

        /** Its hash leads to a root that our key has signed. */
        SIGNED,

        /** It is newer than the last signature. */
        NOT_YET_SIGNED,

        /** Something was changed. */
        BROKEN

    }

    static Standing signed(long index, long size) {
        return new Standing(Kind.SIGNED, index, size, "In the signed tree: entry %d of %d".formatted(index + 1, size));
    }

    static Standing notYet(long index, long size) {
        return new Standing(Kind.NOT_YET_SIGNED, index, size,
                "Entry %d is recorded, and not yet signed: look again in a few seconds".formatted(index + 1));
    }

    static Standing broken(long index, long size, String why) {
        return new Standing(Kind.BROKEN, index, size, "Not as it was signed: " + why);
    }

    public boolean isSigned() {
        return this.kind == Kind.SIGNED;
    }

    public boolean isBroken() {
        return this.kind == Kind.BROKEN;
    }

}
