package newsletter.subscription.desk;

import java.util.ArrayList;
import java.util.List;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;

/** What has changed between two texts, word by word. */
public final class WordDiff {

    private WordDiff() {
    }

    /** A run of words, and what became of it. */
    public record Piece(Fate fate, String text) {

        public boolean isAdded() {
            return this.fate == Fate.ADDED;
        }

        public boolean isRemoved() {
            return this.fate == Fate.REMOVED;
        }

    }

    /** What became of it. */
    public enum Fate {

        KEPT, ADDED, REMOVED

    }

    /**
     * All of the new text and, where it has changed, the old: without what was added it
     * is the old text, without what was removed the new one.
     */
    public static List<Piece> between(String before, String after) {
        List<String> old = words(before);
        List<String> present = words(after);
        var pieces = new ArrayList<Piece>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, present).getDeltas()) {
            add(pieces, Fate.KEPT, old.subList(at, delta.getSource().getPosition()));
            add(pieces, Fate.REMOVED, delta.getSource().getLines());
            add(pieces, Fate.ADDED, delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(pieces, Fate.KEPT, old.subList(at, old.size()));
        return List.copyOf(pieces);
    }

    private static void add(List<Piece> pieces, Fate fate, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(fate, String.join("", words)));
        }
    }

    /** Each with the space that follows it, so that nothing is lost. */
    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=\\s)(?=\\S)"));
    }

}
