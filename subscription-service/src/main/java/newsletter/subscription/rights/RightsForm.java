package newsletter.subscription.rights;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What a person sends.
 *
 * @param form random, of the page: the same form sent twice is one request
 * @param words of a complaint
 */
record RightsForm(@Nullable String form, @Nullable String words) {

    /** About a page of print; what is longer is better written in a letter. */
    static final int MAX_LENGTH = 4000;

    private static final int MAX_NAME = 64;

    static RightsForm empty() {
        return new RightsForm(UUID.randomUUID().toString(), null);
    }

    /** Without one, every press of the button is another request. */
    String name() {
        return (this.form != null && !this.form.isBlank() && this.form.length() <= MAX_NAME) ? this.form
                : UUID.randomUUID().toString();
    }

    /** As they were typed, but for what PostgreSQL and readers cannot hold. */
    String text() {
        return (this.words != null) ? this.words.strip().replace("\0", "").replace("\r\n", "\n") : "";
    }

    void check(Errors errors) {
        if (text().isEmpty()) {
            errors.rejectValue("words", "rights.error.no-words");
        }
        else if (text().length() > MAX_LENGTH) {
            errors.rejectValue("words", "rights.error.too-long");
        }
    }

}
