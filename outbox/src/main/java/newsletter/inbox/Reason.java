package newsletter.inbox;

import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/**
 * Why a record is unreadable, in words that do not quote it: an exception's message may,
 * and what is unreadable may hold anything, an address as well.
 */
final class Reason {

    private Reason() {
    }

    static String of(Throwable failure) {
        Throwable told = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException json) {
                return name(json) + path(json) + place(json.getLocation());
            }
            if (cause instanceof Unreadable unreadable) {
                return name(unreadable) + ": " + unreadable.getMessage();
            }
            told = cause;
        }
        return name(told);
    }

    private static String name(Throwable failure) {
        return failure.getClass().getSimpleName();
    }

    private static String path(JacksonException json) {
        String path = json.getPath()
            .stream()
            .map((step) -> (step.getPropertyName() != null) ? step.getPropertyName() : "[" + step.getIndex() + "]")
            .collect(Collectors.joining("."));
        return path.isEmpty() ? "" : " at " + path;
    }

    private static String place(@Nullable TokenStreamLocation location) {
        if (location == null || location.getLineNr() < 0) {
            return "";
        }
        return ", line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }

}
