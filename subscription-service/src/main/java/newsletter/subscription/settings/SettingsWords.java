package newsletter.subscription.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import newsletter.subscription.SiteProperties;
import newsletter.subscription.desk.ForStaff;
import newsletter.subscription.desk.StaffWords;
import newsletter.subscription.desk.WordDiff;
import newsletter.subscription.settings.Settings.Field;
import newsletter.theme.Option;

/** What a newsletter's settings are called, and what is different between two of them. */
@ForStaff
@Component
class SettingsWords {

    private final StaffWords words;

    private final List<String> languages;

    SettingsWords(StaffWords words, SiteProperties site) {
        this.words = words;
        this.languages = site.languages().stream().skip(1).map(Locale::getLanguage).toList();
    }

    /** A line of a newsletter's settings; without pieces it is as it was. */
    record Line(String label, String value, List<WordDiff.Piece> pieces) {
    }

    /** Those that a newsletter may have words in besides its own. */
    public List<String> languages() {
        return this.languages;
    }

    public String languageName(String language) {
        return Locale.of(language).getDisplayLanguage(Locale.ENGLISH);
    }

    List<Option> options(String prefix, String... values) {
        return this.words.options(prefix, values);
    }

    /**
     * @param before absent if nothing is compared
     */
    List<Line> lines(@Nullable Settings before, Settings after) {
        Map<Field, String> was = (before != null) ? before.fields() : Map.of();
        Map<Field, String> is = after.fields();
        return Stream.concat(is.keySet().stream(), was.keySet().stream())
            .distinct()
            .map((field) -> line(field, was.getOrDefault(field, ""), is.getOrDefault(field, ""), before != null))
            .toList();
    }

    private Line line(Field field, String before, String after, boolean compared) {
        String label = this.words.say("staff.newsletters.field." + field.key());
        boolean changed = compared && !before.equals(after);
        return new Line(field.language().isEmpty() ? label : label + " (" + languageName(field.language()) + ")", after,
                changed ? WordDiff.between(before, after) : List.of());
    }

}
