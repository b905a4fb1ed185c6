package newsletter.audit.checkpoint;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import newsletter.audit.tree.Hash;

/**
 * How large a log is, and its root: three lines, as C2SP's {@code tlog-checkpoint} writes
 * them.
 *
 * @param origin which log
 */
public record Checkpoint(String origin, long size, Hash root) {

    private static final Pattern TEXT = Pattern
        .compile("(?<origin>[^\n]+)\n(?<size>0|[1-9][0-9]{0,17})\n(?<root>[A-Za-z0-9+/]{43}=)\n");

    /** Empty if it is not written as one; extension lines are not ours. */
    static Optional<Checkpoint> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Checkpoint(matcher.group("origin"), Long.parseLong(matcher.group("size")),
                Hash.of(Base64.getDecoder().decode(matcher.group("root")))));
    }

    String text() {
        return "%s\n%d\n%s\n".formatted(this.origin, this.size, Base64.getEncoder().encodeToString(this.root.bytes()));
    }

}
