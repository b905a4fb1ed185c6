package newsletter.subscription.erasure;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The one choice. Nothing is chosen for anybody, so a button that a machine presses does
 * nothing.
 *
 * @param suppress {@code yes} or {@code no}
 */
record EraseForm(@Nullable String suppress) {

    static final EraseForm EMPTY = new EraseForm(null);

    Optional<Boolean> choice() {
        return switch (this.suppress) {
            case "yes" -> Optional.of(true);
            case "no" -> Optional.of(false);
            case null, default -> Optional.empty();
        };
    }

}
