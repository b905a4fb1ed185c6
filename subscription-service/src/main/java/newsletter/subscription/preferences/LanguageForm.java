package newsletter.subscription.preferences;

import org.jspecify.annotations.Nullable;

/** The language that was chosen, as a BCP 47 tag. */
record LanguageForm(@Nullable String language) {
}
