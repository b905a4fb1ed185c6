package newsletter.subscription.yourdata;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In what form a person takes a copy. */
enum Format {

    HTML("text/html"), JSON("application/json"), CSV("text/csv");

    private final String type;

    Format(String type) {
        this.type = type;
    }

    /** With the character set: without it a reader may take it for another. */
    String type() {
        return this.type + ";charset=UTF-8";
    }

    /** In events, forms and names of files: {@code json}. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Format> of(String text) {
        return Arrays.stream(values()).filter((format) -> format.text().equals(text)).findFirst();
    }

}
