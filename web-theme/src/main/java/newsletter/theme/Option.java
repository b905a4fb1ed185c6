package newsletter.theme;

import org.jspecify.annotations.Nullable;

/**
 * One choice of a select, of radios or of checkboxes.
 *
 * @param value what the browser sends
 * @param text what the person reads
 * @param hint what helps to choose, if anything
 */
public record Option(String value, String text, @Nullable String hint) {

    public Option(String value, String text) {
        this(value, text, null);
    }

}
