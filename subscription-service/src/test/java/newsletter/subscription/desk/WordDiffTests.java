package newsletter.subscription.desk;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import newsletter.subscription.desk.WordDiff.Fate;
import newsletter.subscription.desk.WordDiff.Piece;

import static org.assertj.core.api.Assertions.assertThat;

class WordDiffTests {

    @Test
    void wordsAreKeptAddedAndRemoved() {
        assertThat(WordDiff.between("We keep it for 7 days.", "We keep it for at most 5 days.")).containsExactly(
                new Piece(Fate.KEPT, "We keep it for "), new Piece(Fate.REMOVED, "7 "),
                new Piece(Fate.ADDED, "at most 5 "), new Piece(Fate.KEPT, "days."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false,
            value = { "one two|one two", "|all new", "all gone|", "a b c|c b a", " lead| lead and trail ",
                    "line one\\nline two|line one\\n\\nline 2", "a  b|a b" })
    void bothTextsCanBeReadFromIt(String before, String after) {
        String old = (before != null) ? before.replace("\\n", "\n") : "";
        String present = (after != null) ? after.replace("\\n", "\n") : "";
        List<Piece> pieces = WordDiff.between(old, present);
        assertThat(without(Fate.ADDED, pieces)).isEqualTo(old);
        assertThat(without(Fate.REMOVED, pieces)).isEqualTo(present);
    }

    private static String without(Fate fate, List<Piece> pieces) {
        return pieces.stream().filter((piece) -> piece.fate() != fate).map(Piece::text).collect(Collectors.joining());
    }

}
