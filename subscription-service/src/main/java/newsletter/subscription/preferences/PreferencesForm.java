package newsletter.subscription.preferences;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The boxes for what else there is.
 *
 * @param newsletters the ticked ones
 * @param stamp what was shown beside them
 */
record PreferencesForm(@Nullable List<String> newsletters, @Nullable String stamp) {

    /** Nothing ticked (C-01). */
    static final PreferencesForm EMPTY = new PreferencesForm(null, null);

    Set<String> ticked() {
        return (this.newsletters != null) ? new LinkedHashSet<>(this.newsletters) : Set.of();
    }

}
