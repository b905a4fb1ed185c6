package newsletter.subscription.signup;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Domains at which many people have their address, and which they mistype.
 *
 * @param domains none of these is ever taken for a mistake
 */
record WellKnownDomains(List<String> domains) {

    /** Of a shorter name too many others are one letter away. */
    private static final int SHORTEST_NAME = 5;

    /** In a longer one two mistakes are still mistakes. */
    private static final int LONG = 11;

    /** What was most likely meant, if this looks like a mistake. */
    Optional<String> meant(String typed) {
        if (this.domains.contains(typed)) {
            return Optional.empty();
        }
        return this.domains.stream()
            .filter((domain) -> domain.indexOf('.') >= SHORTEST_NAME)
            .filter((domain) -> distance(domain, typed) <= ((domain.length() >= LONG) ? 2 : 1))
            .min(Comparator.comparingInt((domain) -> distance(domain, typed)));
    }

    /**
     * How many letters are missing, too many, wrong, or have changed places with their
     * neighbour.
     */
    static int distance(String one, String other) {
        int[][] steps = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                steps[i][j] = (i == 0 || j == 0) ? i + j : steps(steps, one, other, i, j);
            }
        }
        return steps[one.length()][other.length()];
    }

    private static int steps(int[][] steps, String one, String other, int i, int j) {
        int wrong = (one.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1;
        int least = Math.min(Math.min(steps[i - 1][j], steps[i][j - 1]) + 1, steps[i - 1][j - 1] + wrong);
        boolean swapped = i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
    }

}
