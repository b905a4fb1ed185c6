package newsletter.audit.history;

/**
 * A detail of a line.
 *
 * @param exact whether it is to be read letter by letter
 */
public record Fact(String label, String value, boolean exact) {

    static Fact of(String label, String value) {
        return new Fact(label, value, false);
    }

    static Fact exactly(String label, String value) {
        return new Fact(label, value, true);
    }

}
