package newsletter.subscription.language;

import java.util.List;
import java.util.Locale;

import newsletter.subscription.SiteProperties;

/**
 * The language of one page, as the layout and the templates see it.
 *
 * @param context what all our addresses on this server begin with: most often nothing
 * @param path of the page, without the language, as it was asked for
 */
record PageLanguage(Locale locale, String context, String path, SiteProperties site) {

    /** Under this name it is an attribute of the request. */
    static final String ATTRIBUTE = "pageLanguage";

    /**
     * A language in which the page can be had.
     *
     * @param tag BCP 47, for the machine
     * @param name as those who speak it call it
     */
    record Choice(String tag, String name, String href) {
    }

    public String tag() {
        return this.locale.getLanguage();
    }

    /** The same page in each of the others. */
    public List<Choice> others() {
        return this.site.languages()
            .stream()
            .filter((other) -> !other.getLanguage().equals(tag()))
            .map((other) -> choice(other, this.context + this.site.prefix(other) + this.path))
            .toList();
    }

    /** The one public address of a page in this language. */
    public String address(String page) {
        return this.site.address(this.locale, page);
    }

    /** The public address of a page in each language, this one too. */
    public List<Choice> addresses(String page) {
        return this.site.languages()
            .stream()
            .map((language) -> choice(language, this.site.address(language, page)))
            .toList();
    }

    private static Choice choice(Locale language, String href) {
        String name = language.getDisplayLanguage(language);
        return new Choice(language.getLanguage(), name.substring(0, 1).toUpperCase(language) + name.substring(1), href);
    }

}
